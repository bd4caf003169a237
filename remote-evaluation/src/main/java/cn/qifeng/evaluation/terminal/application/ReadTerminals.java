package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.site.application.ReadSites;
import cn.qifeng.evaluation.site.application.SiteReader;
import cn.qifeng.evaluation.terminal.domain.Terminal;
import cn.qifeng.evaluation.terminal.domain.TerminalRefusal;
import cn.qifeng.evaluation.terminal.domain.Terminals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows which seats have terminals (席位终端一览). */
@ApplicationScoped
public class ReadTerminals {

    private final Terminals terminals;
    private final ReadSites sites;

    ReadTerminals(Terminals terminals, ReadSites sites) {
        this.terminals = terminals;
        this.sites = sites;
    }

    /** A terminal and the name of its site. */
    public record Standing(Terminal terminal, String siteName) {}

    /** Terminals of a site that the reader sees. */
    @Transactional
    public List<Terminal> of(SiteReader reader, String site) {
        return terminals.ofSite(sites.site(reader, site).code());
    }

    /** Where a terminal stands; refuses with {@code terminal/not-bound}. */
    @Transactional
    public Standing standing(String device) {
        var terminal = terminals
                .ofDevice(device)
                .orElseThrow(() -> TerminalRefusal.NOT_BOUND.at("device", device, "a device that is bound to a seat"));
        return standing(terminal);
    }

    /** A terminal with the name of its site. */
    @Transactional
    public Standing standing(Terminal terminal) {
        return new Standing(terminal, sites.nameOf(terminal.site()));
    }
}
