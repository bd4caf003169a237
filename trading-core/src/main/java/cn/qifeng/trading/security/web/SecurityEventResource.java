package cn.qifeng.trading.security.web;

import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.security.application.ReadSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEvent.Named;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trading.security.domain.SecurityEvents.Filter;
import cn.qifeng.trading.security.domain.SecurityEvents.Kept;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** Security events for the security and the audit administrator (安全审计); there is no call that deletes one. */
@Path("/api/core/security-events")
@RolesAllowed({Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
public class SecurityEventResource {

    private static final int PAGE_MAX = 200;

    private final ReadSecurityEvents readEvents;

    SecurityEventResource(ReadSecurityEvents readEvents) {
        this.readEvents = readEvents;
    }

    /** The newest that fit, newest first; {@code next} is the {@code before} of the next page, or {@code null}. */
    @GET
    public Page find(@BeanParam Sought sought, @QueryParam("size") @DefaultValue("50") int size) {
        int max = Math.min(Math.max(size, 1), PAGE_MAX);
        var found = readEvents.find(sought.filter(), max + 1);
        var shown = found.subList(0, Math.min(max, found.size()));
        return new Page(
                shown.stream().map(View::of).toList(),
                found.size() > max ? shown.get(max - 1).number() : null);
    }

    /** How many fit, by kind. */
    @GET
    @Path("/counts")
    public Map<SecurityEventKind, Long> count(@BeanParam Sought sought) {
        return readEvents.count(sought.filter());
    }

    /** Conditions of the query; each may be missing. */
    public static class Sought {

        @QueryParam("kind")
        SecurityEventKind kind;

        @QueryParam("name")
        String name;

        @QueryParam("from")
        String from;

        @QueryParam("to")
        String to;

        @QueryParam("before")
        Long before;

        Filter filter() {
            return new Filter(
                    kind, name == null || name.isBlank() ? null : name.strip(), moment(from), moment(to), before);
        }

        private static Instant moment(String text) {
            try {
                return text == null || text.isBlank() ? null : Instant.parse(text);
            } catch (DateTimeParseException notAMoment) {
                throw new NotFoundException(notAMoment);
            }
        }
    }

    /** One page. */
    public record Page(List<View> events, Long next) {}

    /** One event. */
    public record View(
            long number,
            SecurityEventKind kind,
            Instant at,
            String service,
            String actor,
            String target,
            String address,
            String reason,
            String detail) {

        static View of(Kept kept) {
            SecurityEvent event = kept.event();
            return new View(
                    kept.number(),
                    event.kind(),
                    event.at(),
                    event.service(),
                    event.actor().map(Named::name).orElse(null),
                    event.target().map(Named::name).orElse(null),
                    event.address(),
                    event.reason(),
                    event.detail());
        }
    }
}
