package cn.qifeng.trading.tender.application;

import cn.qifeng.trading.tender.domain.ExpertSourceRule;
import cn.qifeng.trading.tender.domain.PanelSetting;
import cn.qifeng.trading.tender.domain.TenderDraft;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The provincial library that is configured, and what follows from it for a draft (评标专家来源). */
@ApplicationScoped
public class ExpertSources {

    private final Optional<String> name;
    private final Optional<String> uscc;

    ExpertSources(
            @ConfigProperty(name = "qifeng.library.name") Optional<String> name,
            @ConfigProperty(name = "qifeng.library.uscc") Optional<String> uscc) {
        this.name = name;
        this.uscc = uscc;
    }

    void onStart(@Observes StartupEvent start) {
        if (name.isPresent() != uscc.isPresent()) {
            throw new IllegalStateException("qifeng.library.name and qifeng.library.uscc are set both or neither");
        }
    }

    /** The library; empty where experts can come from our own pool only. */
    public Optional<PanelSetting.Library> library() {
        return uscc.map(it -> new PanelSetting.Library(name.orElseThrow(), it));
    }

    /** The draft with its library; refuses a source that is not lawful or not there. */
    TenderDraft settle(TenderDraft draft) {
        return draft.with(ExpertSourceRule.settle(draft.panel(), library()));
    }
}
