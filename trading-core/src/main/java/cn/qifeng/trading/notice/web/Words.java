package cn.qifeng.trading.notice.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Words of the public pages in one language (页面用语); the texts stand in {@code words_zh} and {@code words_en}. */
public final class Words {

    private static final Words CHINESE = new Words("zh");
    private static final Words ENGLISH = new Words("en");

    private final String language;
    private final Map<String, String> texts = new HashMap<>();

    private Words(String language) {
        this.language = language;
        var name = "words_" + language + ".properties";
        try (var stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            var read = new Properties();
            read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            read.forEach((key, text) -> texts.put((String) key, (String) text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English for {@code en}, Chinese for anything else. */
    static Words of(String lang) {
        return "en".equals(lang) ? ENGLISH : CHINESE;
    }

    /** Whether these are not the words of the law's own language. */
    public boolean isEnglish() {
        return this == ENGLISH;
    }

    /** Every text by its key. */
    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /** The text of a key; a key without text is a fault. */
    public String say(String key) {
        return Objects.requireNonNull(texts.get(key), () -> "no word in " + language + " for " + key);
    }

    /** The text with one value in it. */
    public String say(String key, Object value) {
        return fill(key, value);
    }

    /** The text with two values in it. */
    public String say(String key, Object first, Object second) {
        return fill(key, first, second);
    }

    /** The text with three values in it. */
    public String say(String key, Object first, Object second, Object third) {
        return fill(key, first, second, third);
    }

    /** The text of a constant: {@code stage.BIDDING} for the stage of that name. */
    public String name(String kind, Object constant) {
        return say(kind + "." + constant);
    }

    /** The text of a constant with one value in it. */
    public String name(String kind, Object constant, Object value) {
        return fill(kind + "." + constant, value);
    }

    /** A text with many values in it. */
    public String all(String key, List<?> values) {
        return fill(key, values.toArray());
    }

    private String fill(String key, Object... values) {
        var texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(say(key), Locale.ROOT).format(texts);
    }
}
