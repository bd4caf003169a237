package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why something about an organisation, a person or a certificate is refused (主体拒绝). */
public enum PartyRefusal implements RefusalCode {
    NOT_FOUND("party/not-found", Kind.NOT_FOUND, ""),
    PERSON_NOT_FOUND("party/person-not-found", Kind.NOT_FOUND, ""),
    /** A field of the registration is empty or too long. */
    INCOMPLETE("party/incomplete", Kind.INVALID, ""),
    /** The registration agreement was not accepted (CTS-EBS01 A-025). */
    AGREEMENT_MISSING("party/agreement-missing", Kind.INVALID, "电子招标投标办法 §22"),
    /** Not a unified social credit code with a right check digit (GB 32100). */
    BAD_CREDIT_CODE("party/bad-credit-code", Kind.INVALID, "GB 32100-2015"),
    /** The form names another organisation than the certificate that signed it. */
    FOREIGN_CERTIFICATE("party/foreign-certificate", Kind.INVALID, "电子签名法 §13"),
    /** Another organisation has this name (CTS-EBS01 A-026). */
    NAME_TAKEN("party/name-taken", Kind.NOT_NOW, ""),
    /** The organisation is registered already (CTS-EBS01 ). */
    REGISTERED("party/registered", Kind.NOT_NOW, ""),
    /** The step does not follow from the present state. */
    WRONG_STATE("party/wrong-state", Kind.NOT_NOW, ""),
    /** Who verifies may not have handed in. */
    OWN_VERIFICATION("party/own-verification", Kind.NOT_ALLOWED, ""),
    /** A judgement against somebody needs a reason. */
    REASON_MISSING("party/reason-missing", Kind.INVALID, ""),
    /** A role that does not exist, or does not fit the organisation. */
    UNKNOWN_ROLE("party/unknown-role", Kind.INVALID, ""),
    /** One person would be two of the three administrators (三员分立). */
    ADMINISTRATORS_SEPARATED("party/administrators-separated", Kind.INVALID, "GB/T 22239-2019 8.1.5"),
    /** The certificate is bound to a person already. */
    CERTIFICATE_BOUND("party/certificate-bound", Kind.NOT_NOW, ""),
    /** The certificate has ended, is not yet valid, or was replaced. */
    CERTIFICATE_ENDED("party/certificate-ended", Kind.NOT_NOW, "电子签名法 §21");

    private final String code;
    private final Kind kind;
    private final String law;

    PartyRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String law() {
        return law;
    }
}
