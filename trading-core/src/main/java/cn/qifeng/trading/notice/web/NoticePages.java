package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.notice.application.ReadNotices;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The public pages (门户与公告): whole pages from the server, without script. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class NoticePages {

    private static final String CSP = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final int HOME_ROWS = 8;

    private final ReadNotices notices;
    private final Site site;
    private final Template home;
    private final Template list;
    private final Template notice;
    private final Template absent;

    NoticePages(
            ReadNotices notices,
            Site site,
            @Location("notice/home") Template home,
            @Location("notice/list") Template list,
            @Location("notice/notice") Template notice,
            @Location("notice/absent") Template absent) {
        this.notices = notices;
        this.site = site;
        this.home = home;
        this.list = list;
        this.notice = notice;
        this.absent = absent;
    }

    /** One row of a list of notices. */
    record Row(
            String id, String lot, String name, String owner, String code, String ceiling, String stage, String due) {

        static Row of(PublishedLot lot) {
            return new Row(
                    lot.tender().toString(),
                    lot.lot().toString(),
                    lot.name(),
                    lot.procuringEntity().name(),
                    lot.code().value(),
                    NoticeView.yuan(lot.terms().ceilingFen()),
                    NoticeView.stage(lot.stage()),
                    ChinaTime.brief(lot.deadline()));
        }
    }

    @GET
    public Response home() {
        var rows = rows("");
        return page(home.data("rows", rows.stream().limit(HOME_ROWS).toList())
                .data("frame", site.frame())
                .render());
    }

    @GET
    @Path("notices")
    public Response list(@QueryParam("q") String words) {
        return page(list.data("rows", rows(words))
                .data("words", words == null ? "" : words)
                .data("frame", site.frame())
                .render());
    }

    @GET
    @Path("notices/{tender}")
    public Response one(@PathParam("tender") String id) {
        try {
            var tender = new TenderId(UUID.fromString(id));
            var view = NoticeView.of(
                    notices.lot(tender),
                    notices.documents(tender),
                    notices.notices(tender),
                    site.clock().now());
            return page(notice.data("view", view).data("frame", site.frame()).render());
        } catch (Refused | IllegalArgumentException none) {
            return Response.fromResponse(page(absent.data("frame", site.frame()).render()))
                    .status(Response.Status.NOT_FOUND)
                    .build();
        }
    }

    private List<Row> rows(String words) {
        return notices.search(words).stream().map(Row::of).toList();
    }

    private static Response page(String html) {
        return Response.ok(html)
                .header("Content-Security-Policy", CSP)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .build();
    }
}
