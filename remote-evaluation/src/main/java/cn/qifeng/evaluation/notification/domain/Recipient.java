package cn.qifeng.evaluation.notification.domain;

import java.util.Objects;

/**
 * To whom a message goes (收信人).
 *
 * @param person id of the person
 * @param phone empty when unknown
 * @param email empty when unknown
 */
public record Recipient(String person, String phone, String email) {
    public Recipient {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(email, "email");
    }
}
