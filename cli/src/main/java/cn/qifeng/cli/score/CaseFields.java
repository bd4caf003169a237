package cn.qifeng.cli.score;

import cn.qifeng.kernel.Fen;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One object of the file; every refusal names the way to the field, such as {@code prices[2].price}. */
record CaseFields(String path, JsonNode node) {

    private static final int YUAN_DECIMALS = 2;

    /** Refuses whatever is not an object of these fields. */
    static CaseFields of(String path, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw ScoreRefusal.FIELD_WRONG.at(path.isEmpty() ? "file" : path, node, "an object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw ScoreRefusal.FIELD_UNKNOWN.at(
                        at(path, name),
                        name,
                        "one of " + known.stream().sorted().toList());
            }
        });
        return new CaseFields(path, node);
    }

    /** A text that is not empty. */
    String text(String name) {
        var value = required(name, "a text");
        if (!value.isTextual() || value.asText().isBlank()) {
            throw ScoreRefusal.FIELD_WRONG.at(at(path, name), value, "a text");
        }
        return value.asText();
    }

    /** A number, as such or as a decimal string. */
    BigDecimal number(String name) {
        return number(at(path, name), required(name, "a number"));
    }

    /** A number, or another one where the field is left out. */
    BigDecimal number(String name, BigDecimal otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /** A whole number. */
    int count(String name) {
        try {
            return number(name).intValueExact();
        } catch (ArithmeticException e) {
            throw ScoreRefusal.FIELD_WRONG.at(at(path, name), node.path(name), "a whole number");
        }
    }

    /** An amount in yuan with at most two decimals, above zero. */
    Fen yuan(String name) {
        var amount = amount(at(path, name), required(name, "an amount in yuan"));
        try {
            var fen = Fen.ofYuan(amount.toPlainString());
            if (fen.value() > 0) {
                return fen;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // out of range: refused below with what was seen
        }
        throw ScoreRefusal.FIELD_WRONG.at(at(path, name), node.path(name), "an amount above zero");
    }

    /** The objects of a list. */
    List<CaseFields> list(String name, Set<String> known) {
        var value = required(name, "a list");
        if (!value.isArray()) {
            throw ScoreRefusal.FIELD_WRONG.at(at(path, name), value, "a list");
        }
        var objects = new ArrayList<CaseFields>();
        for (int i = 0; i < value.size(); i++) {
            objects.add(of(at(path, name) + "[" + i + "]", value.get(i), known));
        }
        return objects;
    }

    /** The object of a field. */
    CaseFields object(String name, Set<String> known) {
        return of(at(path, name), required(name, "an object"), known);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The way to a field of this object. */
    String at(String name) {
        return at(path, name);
    }

    /** An amount in yuan of either sign with at most two decimals. */
    static BigDecimal amount(String at, JsonNode value) {
        var amount = number(at, value);
        if (amount.stripTrailingZeros().scale() > YUAN_DECIMALS) {
            throw ScoreRefusal.FIELD_WRONG.at(at, value, "yuan with at most two decimals");
        }
        return amount.setScale(YUAN_DECIMALS);
    }

    private static BigDecimal number(String at, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return new BigDecimal(value.asText());
        } catch (NumberFormatException e) {
            throw ScoreRefusal.FIELD_WRONG.at(at, value, "a number");
        }
    }

    private JsonNode required(String name, String expected) {
        if (!has(name)) {
            throw ScoreRefusal.FIELD_MISSING.at(at(path, name), "nothing", expected);
        }
        return node.get(name);
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
