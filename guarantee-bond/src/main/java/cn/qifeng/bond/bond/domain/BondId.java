package cn.qifeng.bond.bond.domain;

import java.util.Objects;
import java.util.UUID;

/** One bond (保函); it is the application id that the issuer knows. */
public record BondId(UUID value) {

    public BondId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random id. */
    public static BondId random() {
        return new BondId(UUID.randomUUID());
    }

    /** The id written as a UUID; throws {@link IllegalArgumentException} for anything else. */
    public static BondId of(String text) {
        return new BondId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
