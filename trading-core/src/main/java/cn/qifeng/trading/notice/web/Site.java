package cn.qifeng.trading.notice.web;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.log.application.TrustFiles;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What stands on every public page: name of the centre, legal time, language, sandbox banner, trust file. */
@ApplicationScoped
class Site {

    private final LegalClock clock;
    private final TrustFiles trustFiles;
    private final String centre;
    private final String address;

    Site(
            LegalClock clock,
            TrustFiles trustFiles,
            @ConfigProperty(name = "qifeng.platform.name", defaultValue = "云浦市栖霞区公共资源交易中心") String centre,
            @ConfigProperty(name = "qifeng.address") Optional<String> address) {
        this.address = address.orElse("");
        this.clock = clock;
        this.trustFiles = trustFiles;
        this.centre = centre;
    }

    /**
     * Facts for the frame of a page.
     *
     * @param address address of the platform, may be empty
     * @param here section of the page, marked in the navigation
     * @param first query that keeps the language, with its question mark, or empty
     * @param more the same behind another query
     * @param other address of this page in the other language
     */
    public record Frame(
            String centre,
            String address,
            String now,
            boolean sandbox,
            String trustFile,
            boolean english,
            String here,
            String first,
            String more,
            String other) {}

    /** The page with its frame. */
    TemplateInstance on(TemplateInstance page, Words words, String here, String path) {
        boolean english = words.isEnglish();
        var frame = new Frame(
                centre,
                address,
                ChinaTime.full(clock.now()),
                clock.sandbox(),
                trustFiles.started() ? trustFiles.fingerprint() : "",
                english,
                here,
                english ? "?lang=en" : "",
                english ? "&lang=en" : "",
                english ? path : path + (path.contains("?") ? "&" : "?") + "lang=en");
        return page.data("frame", frame).data("t", words.texts()).data("words", words);
    }

    LegalClock clock() {
        return clock;
    }
}
