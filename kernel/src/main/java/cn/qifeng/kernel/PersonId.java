package cn.qifeng.kernel;

import java.util.Objects;
import java.util.UUID;

/** One person who can log in (用户). */
public record PersonId(UUID value) {

    public PersonId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random id. */
    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /** The id written as a UUID; throws {@link IllegalArgumentException} for anything else. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
