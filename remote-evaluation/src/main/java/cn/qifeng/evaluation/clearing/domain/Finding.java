package cn.qifeng.evaluation.clearing.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One finding in one bid's bill (清标发现), for a person to judge.
 *
 * @param code code of the item (项目编码), or empty
 * @param name name of the item or row, or empty
 * @param seen what stands there; {@code —} where nothing does
 * @param expected what the rule expects there
 * @param percent how far the seen figure is off, in percent with one decimal, where that says something
 */
public record Finding(
        FindingKind kind,
        Severity severity,
        Place place,
        String code,
        String name,
        String seen,
        String expected,
        Optional<BigDecimal> percent) {

    /** Nothing stands there. */
    public static final String NOTHING = "—";

    private static final int TEXT_MAX = 500;

    /** Texts longer than 500 characters are cut: a finding points to a cell, it does not replace it. */
    public Finding {
        code = cut(code);
        name = cut(name);
        seen = seen.isEmpty() ? NOTHING : cut(seen);
        expected = expected.isEmpty() ? NOTHING : cut(expected);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX - 1) + "…";
    }
}
