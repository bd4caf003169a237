package cn.qifeng.evaluation.clarification.web;

import cn.qifeng.evaluation.clarification.application.OfferInquiries;
import cn.qifeng.evaluation.clarification.domain.ClarificationRefusal;
import cn.qifeng.evaluation.clarification.domain.LowPriceRules.WarningLine;
import cn.qifeng.evaluation.clarification.domain.LowPriceTrigger;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prices that are low enough to ask about. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/low-prices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
class InquiryResource {

    private static final Pattern FEN = Pattern.compile("\\d{1,15}");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,2}(\\.\\d{1,4})?|100");

    private final OfferInquiries offerInquiries;
    private final Caller caller;

    InquiryResource(OfferInquiries offerInquiries, Caller caller) {
        this.offerInquiries = offerInquiries;
        this.caller = caller;
    }

    @GET
    public List<Offer> offers(
            @PathParam("id") String id,
            @QueryParam("safetyFen") String safetyFen,
            @QueryParam("taxFen") String taxFen,
            @QueryParam("warningPercent") String warningPercent) {
        var line = warningPercent == null
                ? Optional.<WarningLine>empty()
                : Optional.of(
                        new WarningLine(fen("safetyFen", safetyFen), fen("taxFen", taxFen), percent(warningPercent)));
        return offerInquiries.triggers(SessionIds.of(id), caller.personId().toString(), line).stream()
                .map(Offer::of)
                .toList();
    }

    private static Fen fen(String field, String text) {
        if (text == null || !FEN.matcher(text).matches()) {
            throw bad(field, text, "an amount in fen");
        }
        return new Fen(Long.parseLong(text));
    }

    private static BigDecimal percent(String text) {
        if (!PERCENT.matcher(text).matches()) {
            throw bad("warningPercent", text, "0..100");
        }
        return new BigDecimal(text);
    }

    private static Refused bad(String field, String seen, String expected) {
        return ClarificationRefusal.BAD_AMOUNT.with(
                Facts.field(field, seen, expected).map());
    }

    /** A price that is low by one of the rules. */
    record Offer(String bidId, String rule, long priceFen, long limitFen) {

        static Offer of(LowPriceTrigger trigger) {
            return new Offer(
                    trigger.bidId(),
                    trigger.rule().name(),
                    trigger.price().value(),
                    trigger.limit().value());
        }
    }
}
