package cn.qifeng.trading.opening;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** A text that stands nowhere else in the world, and the ways in which bytes can carry it (标记). */
record Marker(String text) {

    private static final int DEPTH_MAX = 3;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{24,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){12,}");

    /** Everything that carries it plainly: in three character sets, in hex, and in base64 at every offset. */
    List<String> in(byte[] bytes) {
        var hay = new String(bytes, StandardCharsets.ISO_8859_1);
        return variants().entrySet().stream()
                .filter(variant -> hay.contains(variant.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same also inside of what is encoded or packed there: base64, hex, gzip, zip, each within the other. */
    List<String> inside(byte[] bytes) {
        return inside(bytes, 0);
    }

    private List<String> inside(byte[] bytes, int depth) {
        var found = new ArrayList<>(in(bytes));
        if (depth < DEPTH_MAX) {
            unpacked(bytes).forEach(inner -> found.addAll(inside(inner, depth + 1)));
        }
        return found;
    }

    private Map<String, String> variants() {
        var variants = new LinkedHashMap<String, String>();
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            variants.put(charset.name(), bytes(charset));
        }
        var plain = text.getBytes(StandardCharsets.UTF_8);
        variants.put("hex", HexFormat.of().formatHex(plain));
        variants.put("HEX", HexFormat.of().withUpperCase().formatHex(plain));
        for (int offset = 0; offset < 3; offset++) {
            var shifted = new byte[offset + plain.length];
            System.arraycopy(plain, 0, shifted, offset, plain.length);
            var whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            var stable = whole.substring(offset == 0 ? 0 : offset + 1, shifted.length * 8 / 6);
            variants.put("base64 at " + offset, stable);
            variants.put("base64url at " + offset, stable.replace('+', '-').replace('/', '_'));
        }
        variants.put("lower case", text.toLowerCase(Locale.ROOT));
        return variants;
    }

    private String bytes(Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> unpacked(byte[] bytes) {
        var inner = new ArrayList<byte[]>();
        var hay = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = hay.indexOf("\u001f\u008b\b"); at >= 0; at = hay.indexOf("\u001f\u008b\b", at + 1)) {
            inner.add(gunzipped(bytes, at));
        }
        if (hay.startsWith("PK")) {
            inner.addAll(unzipped(bytes));
        }
        BASE64.matcher(hay).results().forEach(token -> inner.add(decoded(token.group())));
        HEX.matcher(hay).results().forEach(token -> inner.add(HexFormat.of().parseHex(token.group())));
        return inner;
    }

    private static byte[] decoded(String token) {
        var plain = token.replace('-', '+').replace('_', '/').replace("=", "");
        return Base64.getDecoder().decode(plain.substring(0, plain.length() / 4 * 4));
    }

    private static byte[] gunzipped(byte[] bytes, int at) {
        var out = new ByteArrayOutputStream();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
            in.transferTo(out);
        } catch (IOException notMore) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static List<byte[]> unzipped(byte[] bytes) {
        var entries = new ArrayList<byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName().getBytes(StandardCharsets.UTF_8));
                entries.add(all(zip));
            }
        } catch (IOException notMore) {
            return entries;
        }
        return entries;
    }

    private static byte[] all(InputStream in) throws IOException {
        return in.readAllBytes();
    }
}
