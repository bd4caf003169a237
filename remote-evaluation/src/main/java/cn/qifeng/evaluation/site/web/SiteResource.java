package cn.qifeng.evaluation.site.web;

import cn.qifeng.evaluation.site.application.FreeSeats;
import cn.qifeng.evaluation.site.application.FreeSeats.Offer;
import cn.qifeng.evaluation.site.application.KeepSites;
import cn.qifeng.evaluation.site.application.ReadSites;
import cn.qifeng.evaluation.site.application.SiteReaders;
import cn.qifeng.evaluation.site.domain.Device;
import cn.qifeng.evaluation.site.domain.SiteKind;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Catalogue of sites, rooms and seats (席位目录). Translates; decides nothing. */
@Path("/api/evaluation/sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SiteResource {

    private final KeepSites keep;
    private final ReadSites read;
    private final FreeSeats free;
    private final SiteReaders readers;

    SiteResource(KeepSites keep, ReadSites read, FreeSeats free, SiteReaders readers) {
        this.keep = keep;
        this.read = read;
        this.free = free;
        this.readers = readers;
    }

    @GET
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE, Role.SUPERVISOR})
    public List<SiteBody> all() {
        return read.all(readers.now()).stream().map(SiteBody::of).toList();
    }

    @POST
    @RolesAllowed(Role.CENTRE)
    public SiteBody add(@NotNull @Valid SiteBody site) {
        return SiteBody.of(keep.add(site.toDomain()));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE})
    public SiteBody change(@PathParam("code") String code, @NotNull @Valid SiteBody site) {
        if (!code.equals(site.code())) {
            throw SiteRefusal.CODE.at("code", site.code(), code);
        }
        return SiteBody.of(keep.change(readers.now(), site.toDomain()));
    }

    @POST
    @Path("/{code}/rooms/{room}/seats/{seat}/fault")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE})
    public SiteBody fault(
            @PathParam("code") String code,
            @PathParam("room") String room,
            @PathParam("seat") String seat,
            @NotNull @Valid Fault fault) {
        return SiteBody.of(keep.fault(readers.now(), code, room, seat, fault.fault()));
    }

    @GET
    @Path("/{code}/days/{day}")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE, Role.SUPERVISOR})
    public DayBody day(@PathParam("code") String code, @PathParam("day") String day) {
        return DayBody.of(read.day(readers.now(), code, date(day)));
    }

    @GET
    @Path("/free")
    @RolesAllowed(Role.CENTRE)
    public List<OfferBody> free(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("device") Set<Device> devices) {
        return free.offers(new Span(Moment.of("from", from), Moment.of("to", to)), devices).stream()
                .map(OfferBody::of)
                .toList();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException other) {
            throw SiteRefusal.SPAN.at("day", text, "a day such as 2026-12-01");
        }
    }

    /** What is broken; empty when it was mended. */
    record Fault(@NotNull @Size(max = 200) String fault) {}

    /** What a site can give at a time. */
    record OfferBody(String code, String name, SiteKind kind, boolean open, int free, int apart, Instant answerBy) {

        static OfferBody of(Offer offer) {
            var site = offer.site();
            return new OfferBody(
                    site.code(), site.name(), site.kind(), offer.open(), offer.free(), offer.apart(), offer.answerBy());
        }
    }
}
