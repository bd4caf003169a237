package cn.qifeng.evaluation.library.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a reply of the provincial library (省级综合评标专家库) is not taken; each is recorded, and the library is asked again. */
public enum LibraryRefusal implements RefusalCode {

    /** The library did not answer, or answered with an error. */
    SILENT("library/silent", Kind.NOT_NOW, ""),

    /** No library is configured, or another one than the tender document names. */
    NOT_CONFIGURED("library/not-configured", Kind.NOT_NOW, Constants.RULE),

    /** The reply lacks a field, or one has another form. */
    BAD_REPLY("library/bad-reply", Kind.INVALID, ""),

    /** The signature does not verify. */
    BAD_SIGNATURE("library/bad-signature", Kind.INVALID, "电子签名法 §13"),

    /** Signed by somebody else than the library that the tender document names, or under no root of the trust file. */
    OTHER_LIBRARY("library/other-library", Kind.INVALID, Constants.RULE),

    /** The reply is about another request. */
    OTHER_REQUEST("library/other-request", Kind.INVALID, ""),

    /** A code stands twice in the pool, or stood in an earlier one. */
    CODE_TWICE("library/code-twice", Kind.INVALID, ""),

    /** The answer is about an expert who was not called. */
    NOT_CALLED("library/not-called", Kind.INVALID, ""),

    /** The answer's time does not fit the call. */
    WRONG_TIME("library/wrong-time", Kind.INVALID, ""),

    /** The identity is not the one that the pool was bound to. */
    IDENTITY_DIFFERS("library/identity-differs", Kind.INVALID, "招标投标法 §37"),

    /** The expert's certificate belongs to no expert who can log in here. */
    NO_ACCOUNT("library/no-account", Kind.NOT_NOW, "");

    private final String code;
    private final Kind kind;
    private final String law;

    LibraryRefusal(String code, Kind kind, String law) {
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

    private static final class Constants {
        private static final String RULE = "评标专家和评标专家库管理办法 §10";
    }
}
