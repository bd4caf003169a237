package cn.qifeng.evaluation.expert.domain;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A specialty of experts (评标专业): one letter for works, goods or services, and one to three pairs of digits, each a
 * level of the tree (发改法规〔2010〕1538号).
 */
public record Specialty(String code, String name) {

    private static final Pattern CODE = Pattern.compile("[A-E](\\d{2}){1,3}");
    private static final int LEVEL = 2;

    public Specialty {
        Objects.requireNonNull(name, "name");
        if (!isCode(code)) {
            throw ExpertRefusal.SPECIALTY.at("code", code, "a letter from A to E and two, four or six digits");
        }
    }

    /** Whether this has the form of a code. */
    public static boolean isCode(String code) {
        return code != null && CODE.matcher(code).matches();
    }

    /** Code of the group that it belongs to: one level less, in the end the letter. */
    public String group() {
        return code.length() <= LEVEL + 1 ? code.substring(0, 1) : code.substring(0, code.length() - LEVEL);
    }
}
