package cn.qifeng.blind;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Names of fonts: what files call them, and what tender documents call them. */
final class Faces {

    private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");
    private static final Pattern DECORATION = Pattern.compile("[\\s_,\\-]");

    /** Each line is one typeface under all its usual names. */
    private static final List<List<String>> SAME = List.of(
            List.of("宋体", "新宋体", "simsun", "nsimsun", "stsong", "songti", "华文宋体", "simsunextb"),
            List.of("黑体", "simhei", "stheiti", "heiti", "华文黑体"),
            List.of("仿宋", "fangsong", "stfangsong", "仿宋gb2312", "fangsonggb2312", "华文仿宋"),
            List.of("楷体", "kaiti", "simkai", "stkaiti", "楷体gb2312", "kaitigb2312", "华文楷体"),
            List.of("timesnewroman", "timesnewromanps", "timesnewromanpsmt"));

    private Faces() {}

    /** The name of a font without the mark of a subset; a font without a name is called {@code Type3}. */
    static String name(PDFont font) {
        var descriptor = font.getFontDescriptor();
        var described = descriptor == null ? null : descriptor.getFontName();
        var name = Stream.of(font.getName(), described)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        var clean = SUBSET.matcher(name).replaceFirst("");
        return clean.isBlank() ? "Type3" : clean;
    }

    /** Whether the font of this name is one of those allowed, whatever it is called. */
    static boolean allowed(String name, List<String> allowed) {
        var plain = plain(name);
        return allowed.isEmpty() || allowed.stream().map(Faces::plain).anyMatch(it -> begins(plain, it));
    }

    private static boolean begins(String name, String allowed) {
        return name.startsWith(allowed)
                || SAME.stream()
                        .filter(it -> it.contains(allowed))
                        .anyMatch(it -> it.stream().anyMatch(name::startsWith));
    }

    private static String plain(String name) {
        return DECORATION.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
