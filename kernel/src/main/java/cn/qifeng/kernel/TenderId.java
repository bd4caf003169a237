package cn.qifeng.kernel;

import java.util.Objects;
import java.util.UUID;

/** One tender (招标): the whole procedure. */
public record TenderId(UUID value) {

    public TenderId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random id. */
    public static TenderId random() {
        return new TenderId(UUID.randomUUID());
    }

    /** The id written as a UUID; throws {@link IllegalArgumentException} for anything else. */
    public static TenderId of(String text) {
        return new TenderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
