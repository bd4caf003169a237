package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.notice.application.ReadNotices;
import cn.qifeng.trading.tender.domain.NoticeQuery;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The public pages (门户与公告): whole pages from the server, without script, in Chinese or ({@code ?lang=en}) English. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class NoticePages {

    private static final String CSP = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final int HOME_ROWS = 8;
    private static final int LIST_ROWS = 20;

    private final ReadNotices notices;
    private final Site site;
    private final Template home;
    private final Template list;
    private final Template notice;
    private final Template further;
    private final Template absent;

    NoticePages(
            ReadNotices notices,
            Site site,
            @Location("notice/home") Template home,
            @Location("notice/list") Template list,
            @Location("notice/notice") Template notice,
            @Location("notice/further") Template further,
            @Location("notice/absent") Template absent) {
        this.notices = notices;
        this.site = site;
        this.home = home;
        this.list = list;
        this.notice = notice;
        this.further = further;
        this.absent = absent;
    }

    /** One row of a list of notices; the ceiling in 万元. */
    record Row(
            String id,
            String lot,
            String name,
            String owner,
            String code,
            String ceiling,
            String stage,
            String due,
            String left,
            boolean soon) {

        private static final long SOON_SECONDS = 86_400;

        static Row of(PublishedLot lot, Instant now, Words words) {
            boolean open = lot.stage() == Stage.BIDDING && now.isBefore(lot.deadline());
            return new Row(
                    lot.tender().toString(),
                    lot.lot().toString(),
                    lot.name(),
                    lot.procuringEntity().name(),
                    lot.code().value(),
                    String.format("%,.2f", lot.ceiling().yuan().movePointLeft(4)),
                    words.name("stage", lot.stage()),
                    ChinaTime.minute(lot.deadline()),
                    open ? ChinaTime.left(now, lot.deadline(), words) : "",
                    open && now.plusSeconds(SOON_SECONDS).isAfter(lot.deadline()));
        }
    }

    /** A choice of the filter. */
    record Choice(String key, String name, boolean chosen) {}

    @GET
    public Response home(@QueryParam("lang") String lang) {
        var words = Words.of(lang);
        var now = site.clock().now();
        var found = notices.search(new NoticeQuery("", StageGroup.ALL.stages(), 1, HOME_ROWS));
        var next = notices.nextOpening(now).map(it -> Row.of(it, now, words));
        return page(site.on(
                home.data("rows", rows(found.lots(), now, words))
                        .data("choices", choices(StageGroup.ALL, words))
                        .data("next", next.orElse(null)),
                words,
                "home",
                "/"));
    }

    @GET
    @Path("notices")
    public Response list(
            @QueryParam("q") String q,
            @QueryParam("stage") String stage,
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("lang") String lang) {
        var words = Words.of(lang);
        var group = StageGroup.of(stage);
        var found = notices.search(new NoticeQuery(q, group.stages(), number(page), LIST_ROWS));
        var query = found.query();
        var path = "/notices?q=" + URLEncoder.encode(query.words(), StandardCharsets.UTF_8) + "&stage=" + group.key();
        return page(site.on(
                list.data("rows", rows(found.lots(), site.clock().now(), words))
                        .data("sought", query.words())
                        .data("choices", choices(group, words))
                        .data("found", found)
                        .data("path", path)
                        .data("previous", query.page() > 1 ? query.page() - 1 : 0)
                        .data("following", query.page() < found.pages() ? query.page() + 1 : 0),
                words,
                "notices",
                path + "&page=" + query.page()));
    }

    @GET
    @Path("notices/{tender}")
    public Response one(@PathParam("tender") String id, @QueryParam("lang") String lang) {
        var words = Words.of(lang);
        var path = "/notices/" + id;
        return source(id)
                .map(source -> page(site.on(notice.data("view", NoticeView.of(source, words)), words, "notices", path)))
                .orElseGet(() -> notFound(words));
    }

    @GET
    @Path("notices/{tender}/{kind}")
    public Response further(
            @PathParam("tender") String id, @PathParam("kind") String kind, @QueryParam("lang") String lang) {
        var words = Words.of(lang);
        var path = "/notices/" + id + "/" + kind;
        return source(id)
                .flatMap(source -> source.notices().stream()
                        .filter(it -> it.kind().equals(kind))
                        .reduce((former, later) -> later)
                        .map(it -> FurtherView.of(source, it, words)))
                .map(view -> page(site.on(further.data("view", view), words, "notices", path)))
                .orElseGet(() -> notFound(words));
    }

    private Optional<NoticeView.Source> source(String id) {
        try {
            var tender = new TenderId(UUID.fromString(id));
            return Optional.of(new NoticeView.Source(
                    notices.lot(tender),
                    notices.documents(tender),
                    notices.notices(tender),
                    site.clock().now()));
        } catch (Refused | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static List<Row> rows(List<PublishedLot> lots, Instant now, Words words) {
        return lots.stream().map(it -> Row.of(it, now, words)).toList();
    }

    private static List<Choice> choices(StageGroup chosen, Words words) {
        return List.of(StageGroup.values()).stream()
                .map(it -> new Choice(it.key(), words.say("group." + it.key()), it == chosen))
                .toList();
    }

    private static int number(String page) {
        return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    }

    private Response notFound(Words words) {
        return Response.fromResponse(page(site.on(absent.instance(), words, "notices", "/notices")))
                .status(Response.Status.NOT_FOUND)
                .build();
    }

    private static Response page(TemplateInstance page) {
        return Response.ok(page.render())
                .header("Content-Security-Policy", CSP)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .build();
    }
}
