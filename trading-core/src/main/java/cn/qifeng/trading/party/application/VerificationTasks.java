package cn.qifeng.trading.party.application;

import cn.qifeng.trading.party.domain.PartyState;
import cn.qifeng.trading.party.domain.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Registrations that the centre has to verify. */
@ApplicationScoped
class VerificationTasks implements TaskSource {

    private final Directory directory;

    VerificationTasks(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Collection<Task> owedBy(Person person) {
        if (!person.roles().has("centre")) {
            return List.of();
        }
        return directory.parties(PartyState.SUBMITTED).stream()
                .map(party -> new Task("party/verify", party.name(), null, null, null, "/parties/" + party.id()))
                .toList();
    }
}
