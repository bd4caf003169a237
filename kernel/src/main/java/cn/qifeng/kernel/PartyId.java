package cn.qifeng.kernel;

import java.util.Objects;
import java.util.UUID;

/** One organisation (主体): procuring entity, agency, bidder, centre, supervisor or issuer. */
public record PartyId(UUID value) {

    public PartyId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random id. */
    public static PartyId random() {
        return new PartyId(UUID.randomUUID());
    }

    /** The id written as a UUID; throws {@link IllegalArgumentException} for anything else. */
    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
