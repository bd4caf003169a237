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
    CERTIFICATE_ENDED("party/certificate-ended", Kind.NOT_NOW, "电子签名法 §21"),
    /** The step does not follow from where the person stands. */
    WRONG_PERSON_STATE("party/wrong-person-state", Kind.NOT_NOW, ""),
    /** Another person has this account, or it is not of small letters, digits, dots and dashes. */
    ACCOUNT_TAKEN("party/account-taken", Kind.NOT_NOW, ""),
    BAD_ACCOUNT("party/bad-account", Kind.INVALID, ""),
    /** Bidders register themselves (电子招标投标办法 §22). */
    REGISTERS_ITSELF("party/registers-itself", Kind.INVALID, "电子招标投标办法 §22"),
    /** The role does not fit the kind of the person's organisation. */
    ROLE_UNFIT("party/role-unfit", Kind.INVALID, ""),
    /** Nobody gives roles to oneself, or decides about what one has proposed. */
    OWN_GRANT("party/own-grant", Kind.NOT_ALLOWED, "GB/T 22239-2019 8.1.5"),
    GRANT_NOT_FOUND("party/grant-not-found", Kind.NOT_FOUND, ""),
    /** The grant was decided, or another one for the same person still waits. */
    GRANT_DECIDED("party/grant-decided", Kind.NOT_NOW, ""),
    GRANT_WAITS("party/grant-waits", Kind.NOT_NOW, ""),
    /** The half of this invitation is another administrator's to give out. */
    NOT_YOUR_HALF("party/not-your-half", Kind.NOT_ALLOWED, "GB/T 22239-2019 8.1.5"),
    /** No such invitation: one code for wrong account, wrong half, ended and used ones. */
    INVITATION_UNKNOWN("party/invitation-unknown", Kind.NOT_ALLOWED, ""),
    /** The password does not keep the rule. */
    WEAK_PASSWORD("party/weak-password", Kind.INVALID, "GB/T 22239-2019 8.1.4.1"),
    /** The six digits are not those of the secret that was shown. */
    WRONG_CODE("party/wrong-code", Kind.INVALID, ""),
    /** This account is not this administrator's to lock. */
    NOT_YOURS_TO_LOCK("party/not-yours-to-lock", Kind.NOT_ALLOWED, "GB/T 22239-2019 8.1.5");

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
