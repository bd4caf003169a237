package cn.qifeng.trading.award.persistence;

import cn.qifeng.trading.award.domain.Award;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** An award as the JSON that stands in its row. */
final class AwardJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(Award.class, States.class)
            .build();

    private AwardJson() {}

    static String write(Award award) {
        try {
            return MAPPER.writerFor(Award.class).writeValueAsString(award);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Award read(String json) {
        try {
            return MAPPER.readValue(json, Award.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Award.Reviewing.class, name = "REVIEWING"),
        @JsonSubTypes.Type(value = Award.Reworking.class, name = "REWORKING"),
        @JsonSubTypes.Type(value = Award.FinalistsPublicity.class, name = "FINALISTS_PUBLICITY"),
        @JsonSubTypes.Type(value = Award.Determining.class, name = "DETERMINING"),
        @JsonSubTypes.Type(value = Award.Convening.class, name = "CONVENING"),
        @JsonSubTypes.Type(value = Award.Balloting.class, name = "BALLOTING"),
        @JsonSubTypes.Type(value = Award.Revealing.class, name = "REVEALING"),
        @JsonSubTypes.Type(value = Award.Decided.class, name = "DECIDED"),
        @JsonSubTypes.Type(value = Award.Undecided.class, name = "UNDECIDED"),
        @JsonSubTypes.Type(value = Award.WinnerDetermined.class, name = "WINNER_DETERMINED"),
        @JsonSubTypes.Type(value = Award.Noticed.class, name = "NOTICED")
    })
    private interface States {}
}
