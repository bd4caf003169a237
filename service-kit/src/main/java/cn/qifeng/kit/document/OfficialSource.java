package cn.qifeng.kit.document;

import java.util.Objects;

/**
 * What an official document (公文) is made of.
 *
 * @param title title of the document, shown by readers
 * @param subject one sentence on what it is about
 * @param header text at the top of every page but the first
 * @param css rules in addition to the house style, may be empty
 * @param body well-formed XHTML inside {@code <body>}; escape what people wrote. Elements whose id is
 *     {@code sign-<name>} become signature fields {@code <name>}; {@code official.css} has the classes
 */
public record OfficialSource(String title, String subject, String header, String css, String body) {

    public OfficialSource {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(css, "css");
        Objects.requireNonNull(body, "body");
    }

    /** A document in the house style alone, with its title at the top of the pages. */
    public static OfficialSource of(String title, String body) {
        return new OfficialSource(title, title, title, "", body);
    }

    /** The whole XHTML page. */
    String page(String houseStyle) {
        return """
                <html lang="zh-CN" xml:lang="zh-CN"><head><title>%s</title>
                <meta name="subject" content="%s"/><meta name="description" content="%s"/>
                <style>%s
                %s</style></head>
                <body><div class="running-header">%s</div>%s</body></html>""".formatted(escape(title), escape(subject), escape(subject), houseStyle, css, escape(header), body);
    }

    /** Text as XHTML shows it. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
