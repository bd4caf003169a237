package cn.qifeng.cli.seal;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why a bid is not sealed (封标前检查). The codes are those of the page. */
public enum SealRefusal implements RefusalCode {

    /** The publication is not the one that was signed and logged. */
    OTHER_PUBLICATION("sealing/other-publication", ""),
    /** The key set is not this lot's, or its members are not under the trust file. */
    OTHER_TRUSTEES("sealing/other-trustees", ""),
    /** The key set that takes a former one's place is not under a witnessed head yet. */
    KEY_SET_NOT_WITNESSED("sealing/key-set-not-witnessed", ""),
    /** A file that the tender asks for was not given, or is not there. */
    FILE_MISSING("sealing/file-missing", ""),
    /** A file without content. */
    FILE_EMPTY("sealing/file-empty", ""),
    /** A file that is not of the format wanted. */
    FILE_FORMAT("sealing/file-format", ""),
    /** Pages of the index that cannot be read as such. */
    INDEX_PAGES("sealing/index-pages", ""),
    /** The tender document wants a page for this item, and the index names none. */
    INDEX_NEEDED("sealing/index-needed", ""),
    /** No price. */
    PRICE_MISSING("sealing/price-missing", ""),
    /** Above the price ceiling: the bid would be rejected. */
    PRICE_ABOVE_CEILING("sealing/price-above-ceiling", "招标投标法实施条例 §51"),
    /** The price in words is another one than in figures. */
    PRICE_WORDS("sealing/price-words", ""),
    /** Longer than the tender allows. */
    DURATION("sealing/duration", ""),
    /** Valid for a shorter time than the tender demands. */
    VALIDITY("sealing/validity", "招标投标法实施条例 §25"),
    /** Security below the amount demanded. */
    SECURITY_TOO_SMALL("sealing/security-too-small", "招标投标法实施条例 §26"),
    /** A form of security that the tender does not take. */
    SECURITY_FORM("sealing/security-form", ""),
    /** No number of the bond, or no paying account. */
    SECURITY_REFERENCE("sealing/security-reference", ""),
    /** The priced bill cannot be read as one. */
    BILL_UNREADABLE("sealing/bill-unreadable", ""),
    /** A sum of the priced bill is wrong. */
    BILL_ARITHMETIC("sealing/bill-arithmetic", ""),
    /** The priced bill comes to another price than the bid. */
    BILL_PRICE("sealing/bill-price", ""),
    /** The folder already holds an envelope, of other files or another tender. */
    OTHER_ENVELOPE("sealing/other-envelope", "");

    private final String code;
    private final String law;

    SealRefusal(String code, String law) {
        this.code = code;
        this.law = law;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    /** A refusal that names the place, what stood there, what should have, and the article where there is one. */
    public Refused at(String field, Object seen, Object expected) {
        var facts = Facts.field(field, seen, expected);
        return new Refused(this, law.isEmpty() ? facts : facts.and("law", law));
    }
}
