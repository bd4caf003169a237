package cn.qifeng.trading.contract.persistence;

import cn.qifeng.trading.contract.domain.Contract;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The contract of one lot: its state as JSON. */
@Entity(name = "Contract")
@Table(name = "contract")
class ContractRow {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(Contract.class, States.class)
            .build();

    @Id
    @Column(name = "lot_id")
    UUID lot;

    @Column(nullable = false, length = 30)
    String state;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(nullable = false)
    String content;

    @Version
    @Column(name = "row_version", nullable = false)
    int rowVersion;

    Contract toDomain() {
        try {
            return MAPPER.readValue(content, Contract.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void take(Contract contract) {
        try {
            lot = contract.lot().value();
            state = contract.state().name();
            content = MAPPER.writerFor(Contract.class).writeValueAsString(contract);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Contract.Offered.class, name = "OFFERED"),
        @JsonSubTypes.Type(value = Contract.Recorded.class, name = "RECORDED"),
        @JsonSubTypes.Type(value = Contract.Closed.class, name = "CLOSED")
    })
    private interface States {}
}
