package cn.qifeng.trading.tender.application;

import cn.qifeng.trading.party.application.Task;
import cn.qifeng.trading.party.application.TaskSource;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import cn.qifeng.trading.tender.domain.Tenders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Tenders that an agency has begun to write and not published (待发布). */
@ApplicationScoped
class DraftTasks implements TaskSource {

    private final Tenders tenders;

    DraftTasks(Tenders tenders) {
        this.tenders = tenders;
    }

    @Override
    public Collection<Task> owedBy(Person person) {
        if (!person.roles().has("agency") || person.party().isEmpty()) {
            return List.of();
        }
        return tenders.ofAgency(person.party().get()).stream()
                .filter(tender -> tender.stage() == Stage.DRAFT)
                .map(DraftTasks::task)
                .toList();
    }

    private static Task task(Tender tender) {
        var name = tender.draftIfAny()
                .map(TenderDraft::lotName)
                .orElse(tender.project().name());
        return new Task("tender/publish", name, tender.id(), tender.lot(), null, "/tenders/" + tender.id() + "/draft");
    }
}
