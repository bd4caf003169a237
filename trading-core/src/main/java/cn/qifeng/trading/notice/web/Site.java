package cn.qifeng.trading.notice.web;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.log.application.TrustFiles;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What stands on every public page: name of the centre, legal time, sandbox banner, trust file. */
@ApplicationScoped
class Site {

    private final LegalClock clock;
    private final TrustFiles trustFiles;
    private final String centre;

    Site(
            LegalClock clock,
            TrustFiles trustFiles,
            @ConfigProperty(name = "qifeng.platform.name", defaultValue = "云浦市栖霞区公共资源交易中心") String centre) {
        this.clock = clock;
        this.trustFiles = trustFiles;
        this.centre = centre;
    }

    /** Facts for the frame of a page. */
    record Frame(String centre, String now, boolean sandbox, String trustFile) {}

    Frame frame() {
        String fingerprint = trustFiles.started() ? trustFiles.fingerprint() : "";
        return new Frame(centre, ChinaTime.full(clock.now()), clock.sandbox(), fingerprint);
    }

    LegalClock clock() {
        return clock;
    }
}
