package cn.qifeng.kernel;

import java.util.Objects;
import java.util.UUID;

/** One lot (标段) of a tender. */
public record LotId(UUID value) {

    public LotId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random id. */
    public static LotId random() {
        return new LotId(UUID.randomUUID());
    }

    /** The id written as a UUID; throws {@link IllegalArgumentException} for anything else. */
    public static LotId of(String text) {
        return new LotId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
