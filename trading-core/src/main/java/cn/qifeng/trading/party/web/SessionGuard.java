package cn.qifeng.trading.party.web;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.access.AccessRefusal;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.web.Problem;
import cn.qifeng.trading.party.application.RenewSession;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Turns away a token whose session was ended by another login or by logging out (CTS-EBS01 F-12). */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SessionGuard implements ContainerRequestFilter {

    private final Caller caller;
    private final RenewSession sessions;

    SessionGuard(Caller caller, RenewSession sessions) {
        this.caller = caller;
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            caller.session().ifPresent(sessions::open);
        } catch (Refused ended) {
            request.abortWith(Problem.response(401, AccessRefusal.SESSION_ENDED.code(), "", Map.of()));
        }
    }
}
