package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.Optional;

/**
 * From where a lot may draw its experts (评标专家来源, 评标专家和评标专家库管理办法 第十条): where government invests, from the
 * provincial library as soon as the platform has one.
 */
public final class ExpertSourceRule {

    private ExpertSourceRule() {}

    /** The setting with its library; refuses a source that is not lawful or not there. */
    public static PanelSetting settle(PanelSetting panel, Optional<PanelSetting.Library> library) {
        var source = panel.source();
        if (source != null && !source.equals(PanelSetting.OWN) && !panel.provincial()) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "panel.source", source, "OWN or PROVINCIAL");
        }
        if (panel.provincial() && library.isEmpty()) {
            throw refused(TenderRefusal.NO_LIBRARY, "panel.source", source, PanelSetting.OWN);
        }
        if (library.isPresent() && panel.governmentFunds() == null) {
            throw refused(TenderRefusal.FIELD_MISSING, "panel.governmentFunds", null, "true or false");
        }
        if (library.isPresent() && panel.governmentFunds() && !panel.provincial()) {
            throw refused(TenderRefusal.LIBRARY_REQUIRED, "panel.source", source, PanelSetting.PROVINCIAL);
        }
        return panel.from(library.orElse(null));
    }

    private static Refused refused(TenderRefusal code, String field, Object seen, Object expected) {
        return new Refused(code, Facts.field(field, seen, expected));
    }
}
