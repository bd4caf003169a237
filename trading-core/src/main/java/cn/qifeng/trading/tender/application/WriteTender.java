package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.archive.domain.Visibility;
import cn.qifeng.trading.tender.domain.BillReader;
import cn.qifeng.trading.tender.domain.BillReader.Bill;
import cn.qifeng.trading.tender.domain.DocumentWriter;
import cn.qifeng.trading.tender.domain.RuleBook;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trading.tender.domain.TenderRules;
import cn.qifeng.trading.tender.domain.Tenders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** What the agency does to a tender before publication (编制招标文件). */
@ApplicationScoped
public class WriteTender {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String PDF = "application/pdf";

    private static final int TEMPLATE_BYTES_MAX = 20 << 20;
    private static final int BILL_BYTES_MAX = 40 << 20;

    private final Tenders tenders;
    private final OwnTenders own;
    private final RuleBook rules;
    private final ExpertSources sources;
    private final DocumentArchive archive;
    private final DocumentWriter writer;
    private final BillReader bills;
    private final LegalClock clock;

    WriteTender(
            Tenders tenders,
            OwnTenders own,
            RuleBook rules,
            ExpertSources sources,
            DocumentArchive archive,
            DocumentWriter writer,
            BillReader bills,
            LegalClock clock) {
        this.tenders = tenders;
        this.own = own;
        this.rules = rules;
        this.sources = sources;
        this.archive = archive;
        this.writer = writer;
        this.bills = bills;
        this.clock = clock;
    }

    /** Replaces the draft after checking it against the rules in force. */
    @Transactional
    public Tender draft(TenderId id, TenderDraft draft, PartyId agency) {
        var tender = own.draft(id, agency);
        var rules = rulesFor(tender);
        rules.check(draft);
        tender.write(rules.withEvaluationTime(sources.settle(draft)));
        tenders.save(tender);
        return tender;
    }

    /** Attaches the agency's own template. */
    @Transactional
    public Tender template(TenderId id, byte[] docx, PartyId agency) {
        var tender = own.draft(id, agency);
        limit(docx, TEMPLATE_BYTES_MAX);
        writer.checkTemplate(docx);
        var sm3 = archive.keep(id, "招标文件模板.docx", DOCX, Visibility.RESTRICTED, docx);
        tender.attach(tender.documents().withTemplate(sm3));
        tenders.save(tender);
        return tender;
    }

    /** Attaches the bill of quantities after reading every cell of it. */
    @Transactional
    public Bill bill(TenderId id, byte[] xlsx, PartyId agency) {
        var tender = own.draft(id, agency);
        limit(xlsx, BILL_BYTES_MAX);
        var bill = bills.read(xlsx);
        var sm3 = archive.keep(id, "招标工程量清单.xlsx", XLSX, Visibility.RESTRICTED, xlsx);
        tender.attach(tender.documents().withBill(sm3));
        tenders.save(tender);
        return bill;
    }

    /** Renders the document from template, draft and {@code fields}; what the draft says wins over a field. */
    @Transactional
    public Tender render(TenderId id, Map<String, Object> fields, PartyId agency) {
        var tender = own.draft(id, agency);
        var template = tender.documents().template();
        var filled = writer.fill(
                template == null ? null : archive.content(id, template),
                DocumentFields.of(tender, fields, DeadlineCalculator.dayOf(clock.now())));
        var docx = archive.keep(id, "招标文件.docx", DOCX, Visibility.RESTRICTED, filled);
        var pdf = archive.keep(id, "招标文件.pdf", PDF, Visibility.RESTRICTED, writer.pdf(filled, tender, clock.sandbox()));
        tender.attach(tender.documents().rendered(docx, pdf));
        tenders.save(tender);
        return tender;
    }

    /** The rules in force for a tender today. */
    TenderRules rulesFor(Tender tender) {
        var project = tender.project();
        return new TenderRules(
                rules.parameters().on(DeadlineCalculator.dayOf(clock.now()), project.region(), project.kind()));
    }

    /** Refuses a draft whose experts may not, or cannot, come from where it says (any more). */
    void checkSource(TenderDraft draft) {
        sources.settle(draft);
    }

    private static void limit(byte[] content, int most) {
        if (content.length > most) {
            throw new Refused(
                    TenderRefusal.FILE_TOO_LARGE, Facts.field("length", content.length, "at most " + most + " bytes"));
        }
    }
}
