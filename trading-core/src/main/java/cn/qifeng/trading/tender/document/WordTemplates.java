package cn.qifeng.trading.tender.document;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.exception.RenderException;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.MetaTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Fills .docx templates. Tags are {@code {{key}}}, {@code {{?key}}…{{/key}}} and, in a table's heading cell, the name of
 * a list whose fields stand as {@code [column]} in the next row. Tags that fetch pictures, include files or build tables
 * are refused, since the value of a picture tag would be fetched from wherever it says.
 */
final class WordTemplates {

    private static final String FORBIDDEN = "@+#*>";

    private WordTemplates() {}

    /** Refuses a template that cannot be read or has a forbidden tag. */
    static void check(byte[] docx) {
        try (var template = compile(docx, Configure.createDefault())) {
            check(template.getElementTemplates());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The filled document; refuses a tag without a value. */
    static byte[] fill(byte[] docx, Map<String, Object> fields) {
        check(docx);
        var configure = Configure.builder().setValidErrorHandler(new Configure.AbortHandler());
        fields.forEach((name, value) -> {
            if (value instanceof Collection<?> rows && rows.stream().allMatch(Map.class::isInstance)) {
                configure.bind(name, new LoopRowTableRenderPolicy());
            }
        });
        try (var template = compile(docx, configure.build());
                var out = new ByteArrayOutputStream()) {
            template.render(fields).write(out);
            return out.toByteArray();
        } catch (RenderException e) {
            throw new Refused(
                    TenderRefusal.TEMPLATE_FIELD_MISSING,
                    Facts.field("fields", e.getMessage(), "a value for every tag"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFTemplate compile(byte[] docx, Configure configure) {
        try {
            return XWPFTemplate.compile(new ByteArrayInputStream(docx), configure);
        } catch (RuntimeException e) {
            // poi-tl and POI report a broken file by whatever exception they meet.
            throw new Refused(
                    TenderRefusal.TEMPLATE_UNREADABLE,
                    Facts.field("template", e.getClass().getSimpleName(), "a .docx document with matching tags"));
        }
    }

    private static void check(List<MetaTemplate> templates) {
        for (var template : templates) {
            if (template instanceof BlockTemplate block) {
                check(List.of(block.getStartMark()));
                check(block.getTemplates());
            } else if (template instanceof ElementTemplate element && FORBIDDEN.indexOf(element.getSign()) >= 0) {
                throw new Refused(
                        TenderRefusal.TEMPLATE_TAG_FORBIDDEN,
                        Facts.field("template", element.getSource(), "tags without @ + # * >"));
            }
        }
    }
}
