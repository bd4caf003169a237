package cn.qifeng.trading.log.web;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.log.application.CheckLog;
import cn.qifeng.trading.log.application.CheckLogNightly;
import cn.qifeng.trading.log.domain.LogCheck;
import cn.qifeng.trading.log.domain.LogCheck.Result;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.security.domain.AccountNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;

/** Re-hashes of the log (存证日志复核) for the administrators of security and audit. */
@Path("/api/core/log/checks")
class LogCheckResource {

    private static final int SHOWN = 60;

    private final CheckLog checkLog;
    private final CheckLogNightly nightly;
    private final AccountNames accounts;
    private final Caller caller;

    LogCheckResource(CheckLog checkLog, CheckLogNightly nightly, AccountNames accounts, Caller caller) {
        this.checkLog = checkLog;
        this.nightly = nightly;
        this.accounts = accounts;
        this.caller = caller;
    }

    /** A check; {@code state} is {@code RUNNING}, {@code BROKEN_OFF}, {@code SAME} or {@code DIFFERENT}. */
    record View(
            String id,
            String night,
            String askedBy,
            Instant startedAt,
            Instant endedAt,
            String state,
            Long size,
            String root,
            Integer differences,
            List<LogDifference> first) {

        static View of(LogCheck check) {
            var result = check.result();
            return new View(
                    check.id().toString(),
                    check.night().orElse(null),
                    check.askedBy(),
                    check.startedAt(),
                    result.map(Result::endedAt).orElse(null),
                    state(check),
                    result.map(Result::size).orElse(null),
                    result.map(Result::root).orElse(null),
                    result.map(Result::differences).orElse(null),
                    result.map(Result::first).orElse(List.of()));
        }

        private static String state(LogCheck check) {
            return check.result()
                    .map(result -> result.differences() == 0 ? "SAME" : "DIFFERENT")
                    .orElse(check.brokenOff(Instant.now()) ? "BROKEN_OFF" : "RUNNING");
        }
    }

    /** The newest, newest first. */
    @GET
    @RolesAllowed({Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    public List<View> newest() {
        return checkLog.newest(SHOWN).stream().map(View::of).toList();
    }

    /** Begins one now, unless one runs. */
    @POST
    @RolesAllowed(Role.AUDIT_ADMIN)
    public View begin() {
        return View.of(nightly.ask(accounts.of(caller.personId().value()).orElse("")));
    }
}
