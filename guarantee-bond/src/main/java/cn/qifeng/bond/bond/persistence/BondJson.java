package cn.qifeng.bond.bond.persistence;

import cn.qifeng.bond.bond.domain.Bond;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A bond as the JSON that stands, encrypted, in its row. */
final class BondJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(Bond.class, States.class)
            .build();

    private BondJson() {}

    static byte[] write(Bond bond) {
        try {
            return MAPPER.writerFor(Bond.class).writeValueAsBytes(bond);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Bond read(byte[] json) {
        try {
            return MAPPER.readValue(json, Bond.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Bond.Applied.class, name = "APPLIED"),
        @JsonSubTypes.Type(value = Bond.Declined.class, name = "DECLINED"),
        @JsonSubTypes.Type(value = Bond.Issued.class, name = "ISSUED"),
        @JsonSubTypes.Type(value = Bond.Valid.class, name = "VALID"),
        @JsonSubTypes.Type(value = Bond.Invalid.class, name = "INVALID"),
        @JsonSubTypes.Type(value = Bond.Unused.class, name = "UNUSED"),
        @JsonSubTypes.Type(value = Bond.Released.class, name = "RELEASED")
    })
    private interface States {}
}
