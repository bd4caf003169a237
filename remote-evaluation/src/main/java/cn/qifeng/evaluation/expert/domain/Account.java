package cn.qifeng.evaluation.expert.domain;

import java.util.Objects;

/**
 * Account of an expert on the platform (专家账号).
 *
 * @param person id of the person in trading-core
 * @param certificateId id of the certificate with which the expert signs, hex
 * @param certificate base64 of its DER encoding
 * @param name name under which the person signs
 */
public record Account(String person, String certificateId, String certificate, String name) {
    public Account {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(certificateId, "certificateId");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(name, "name");
    }
}
