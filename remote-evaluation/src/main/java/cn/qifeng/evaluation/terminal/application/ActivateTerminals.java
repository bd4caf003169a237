package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.site.application.ReadSites;
import cn.qifeng.evaluation.site.application.SiteReader;
import cn.qifeng.evaluation.terminal.domain.ActivationCode;
import cn.qifeng.evaluation.terminal.domain.ActivationCode.Issued;
import cn.qifeng.evaluation.terminal.domain.ActivationCodes;
import cn.qifeng.evaluation.terminal.domain.DeviceKey;
import cn.qifeng.evaluation.terminal.domain.StaffNames;
import cn.qifeng.evaluation.terminal.domain.Terminal;
import cn.qifeng.evaluation.terminal.domain.TerminalRefusal;
import cn.qifeng.evaluation.terminal.domain.Terminals;
import cn.qifeng.kit.trail.Happening;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** Binds the machine at a seat (激活席位终端): staff make a code, the machine brings it with its key, staff may end it. */
@ApplicationScoped
public class ActivateTerminals {

    private final Terminals terminals;
    private final ActivationCodes codes;
    private final ReadSites sites;
    private final StaffNames names;
    private final TerminalTrail trail;
    private final TerminalSettings settings;
    private final SecureRandom random = new SecureRandom();

    ActivateTerminals(
            Terminals terminals,
            ActivationCodes codes,
            ReadSites sites,
            StaffNames names,
            TerminalTrail trail,
            TerminalSettings settings) {
        this.terminals = terminals;
        this.codes = codes;
        this.sites = sites;
        this.names = names;
        this.trail = trail;
        this.settings = settings;
    }

    /** Makes a code for a seat of the own site; the former binding and former codes end. */
    @Transactional
    public Issued issue(SiteReader by, String site, String room, String seat) {
        var place = sites.seatOf(by, site, room, seat);
        terminals.end(place.key());
        codes.dropOf(place.key());
        var issued = ActivationCode.issue(
                place.key(), site, names.of(by.person()), Instant.now(), settings.codeLife(), random);
        codes.save(issued.code());
        trail.by(by.person(), Happening.Kind.SEAT_CODE_ISSUED, place.key());
        return issued;
    }

    /**
     * Binds the machine that knows a code and proves its key; whoever is wrong learns no more than that. A wrong secret of
     * a code that waits counts although it is refused, and is told; what hits no code is not, or a stranger could fill the
     * events.
     */
    public Terminal bind(String typed, DeviceKey key, String signature) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tried(typed, key, signature))
                .orElseThrow(ActivationCode::wrong);
    }

    private Optional<Terminal> tried(String typed, DeviceKey key, String signature) {
        var now = Instant.now();
        var found = codes.lock(ActivationCode.selectorOf(typed)).filter(it -> it.alive(now, settings.codeTries()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var code = found.get();
        if (!code.matches(typed)) {
            codes.save(code.missed());
            trail.byNobody(Happening.Kind.SEAT_CODE_REFUSED, code.seat());
            return Optional.empty();
        }
        if (!key.verifies(Terminal.activationText(typed, key), signature)) {
            throw TerminalRefusal.PROOF.at("signature", signature, "the device's signature over code and key");
        }
        codes.dropOf(code.seat());
        terminals.end(code.seat());
        var terminal = new Terminal(code.seat(), code.site(), key, now, code.madeBy());
        terminals.bind(terminal);
        trail.byNobody(Happening.Kind.TERMINAL_BOUND, code.seat() + " " + terminal.device());
        return Optional.of(terminal);
    }

    /** Ends the binding of a seat of the own site, for a reason. */
    @Transactional
    public void end(SiteReader by, String site, String room, String seat, String reason) {
        var place = sites.seatOf(by, site, room, seat);
        if (reason == null || reason.isBlank()) {
            throw TerminalRefusal.REASON.at("reason", reason, "a reason");
        }
        if (terminals.ofSeat(place.key()).isEmpty()) {
            throw TerminalRefusal.NOT_BOUND.at("seat", place.key(), "a seat with a terminal");
        }
        terminals.end(place.key());
        codes.dropOf(place.key());
        trail.by(by.person(), Happening.Kind.TERMINAL_ENDED, place.key() + " " + reason.strip());
    }
}
