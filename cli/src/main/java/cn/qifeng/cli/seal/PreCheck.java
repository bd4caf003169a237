package cn.qifeng.cli.seal;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.envelope.BidFileRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Checks a bid against the tender before anything is sealed (封标前检查). */
public final class PreCheck {

    private static final Map<BidFileRole, byte[]> MARKS = Map.of(
            BidFileRole.TECHNICAL, new byte[] {'%', 'P', 'D', 'F'}, BidFileRole.PRICED_BILL, new byte[] {'P', 'K', 3, 4
            });
    private static final Map<BidFileRole, String> FORMATS =
            Map.of(BidFileRole.TECHNICAL, ".pdf", BidFileRole.PRICED_BILL, ".xlsx");

    private PreCheck() {}

    /** Everything that would make the bid be rejected, or that its bidder cannot mean; empty when nothing would. */
    public static List<Refused> of(Publication.Terms terms, BidFiles files) throws IOException {
        var found = new ArrayList<Refused>();
        price(terms, files, found);
        promises(terms, files, found);
        index(terms, files, found);
        for (var part : files.parts()) {
            file(part, found);
        }
        if (found.isEmpty()) {
            found.addAll(BillCheck.of(files.pricedBill(), files.bid().price()));
        }
        return found;
    }

    private static void price(Publication.Terms terms, BidFiles files, List<Refused> found) {
        var price = files.bid().price();
        if (price.value() == 0) {
            found.add(SealRefusal.PRICE_MISSING.at("priceFen", 0, "> 0"));
        } else if (price.value() > terms.ceilingFen()) {
            found.add(SealRefusal.PRICE_ABOVE_CEILING.at("priceFen", price.value(), "≤ " + terms.ceilingFen()));
        }
        var words = ChineseCapitals.parse(files.bid().priceWords());
        if (words.isEmpty() || !words.get().equals(price)) {
            found.add(SealRefusal.PRICE_WORDS.at("priceWords", files.bid().priceWords(), ChineseCapitals.of(price)));
        }
    }

    private static void promises(Publication.Terms terms, BidFiles files, List<Refused> found) {
        var bid = files.bid();
        if (bid.durationDays() > terms.durationDaysMax()) {
            found.add(SealRefusal.DURATION.at("durationDays", bid.durationDays(), "≤ " + terms.durationDaysMax()));
        }
        if (bid.bidValidityDays() < terms.bidValidityDays()) {
            found.add(
                    SealRefusal.VALIDITY.at("bidValidityDays", bid.bidValidityDays(), "≥ " + terms.bidValidityDays()));
        }
        var security = bid.security();
        if (security.amount().value() < terms.securityFen()) {
            found.add(SealRefusal.SECURITY_TOO_SMALL.at(
                    "security.amountFen", security.amount().value(), "≥ " + terms.securityFen()));
        }
        if (terms.securityFen() > 0 && security.reference().isBlank()) {
            found.add(SealRefusal.SECURITY_REFERENCE.at("security.reference", "", "number of the bond, or account"));
        }
        if (terms.securityFen() > 0
                && !terms.securityForms().contains(security.form().name())) {
            found.add(SealRefusal.SECURITY_FORM.at("security.form", security.form(), terms.securityForms()));
        }
    }

    /** Every item for which the tender document wants a page has one in the index. */
    private static void index(Publication.Terms terms, BidFiles files, List<Refused> found) {
        for (var cited : terms.cited()) {
            if (files.index().stream().noneMatch(line -> line.item().equals(cited.item()))) {
                found.add(SealRefusal.INDEX_NEEDED.at(
                        "index." + cited.item(), cited.name(), "--index " + cited.item() + "=12-27/40"));
            }
        }
    }

    private static void file(BidFiles.Part part, List<Refused> found) throws IOException {
        var field = part.role().name();
        if (part.path() == null || !Files.isReadable(part.path())) {
            found.add(SealRefusal.FILE_MISSING.at(field, part.path(), "a file that can be read"));
            return;
        }
        if (Files.size(part.path()) == 0) {
            found.add(SealRefusal.FILE_EMPTY.at(field, part.path().getFileName(), "> 0"));
            return;
        }
        var mark = MARKS.get(part.role());
        if (mark != null) {
            try (var in = Files.newInputStream(part.path())) {
                if (!Arrays.equals(in.readNBytes(mark.length), mark)) {
                    found.add(SealRefusal.FILE_FORMAT.at(field, part.path().getFileName(), FORMATS.get(part.role())));
                }
            }
        }
    }
}
