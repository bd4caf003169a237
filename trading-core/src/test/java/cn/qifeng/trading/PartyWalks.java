package cn.qifeng.trading;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.testkit.states.StateMachine;
import cn.qifeng.testkit.states.Walk;
import cn.qifeng.trading.party.domain.GrantState;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyState;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.PersonState;
import cn.qifeng.trading.party.domain.RoleGrant;
import cn.qifeng.trading.party.domain.Roles;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The walk through the registration of an organisation. */
final class PartyWalks {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final PersonId CLERK = PersonId.random();
    private static final PersonId PROPOSER = PersonId.random();
    private static final PersonId VERIFIER = PersonId.random();

    private PartyWalks() {}

    static Walk registration() {
        var data = new PartyData("青石建设有限公司", "示例路 1 号", "王一", "李二", "0579-00000000");
        var party = Party.draft(PartyId.random(), new Uscc("91330703XX1395956B"), PartyKind.BIDDER, data);
        return StateMachine.ofStages("Registration 主体注册", Party.class, PartyState.class, Party::state)
                .from(party)
                .given("edit", data)
                .given("submit", CLERK, NOW)
                .given("propose", data, CLERK, NOW)
                .given("accept", VERIFIER, NOW)
                .given("accept", CLERK, NOW)
                .given("reject", VERIFIER, "名称与执照不符", NOW)
                .given("reject", VERIFIER, "", NOW)
                .given("suspend", VERIFIER, "执照被吊销", NOW)
                .given("resume", VERIFIER, "已恢复", NOW)
                .walk();
    }

    static Walk person() {
        return StateMachine.ofStages("Person 人员", Person.class, PersonState.class, Person::state)
                .from(Person.registered(CLERK, "zhang.san", "张三", Optional.empty(), Optional.empty()))
                .without("withRoles")
                .given("lock", "离岗")
                .given("lock", "")
                .walk();
    }

    static Walk roleGrant() {
        return StateMachine.ofStages(
                        "Grant of an administrator's role 授权", RoleGrant.class, GrantState.class, RoleGrant::state)
                .from(RoleGrant.propose(UUID.randomUUID(), CLERK, Roles.of("audit-admin"), PROPOSER, NOW))
                .given("grant", VERIFIER, NOW)
                .given("grant", PROPOSER, NOW)
                .given("grant", CLERK, NOW)
                .given("refuse", VERIFIER, "不相容岗位", NOW)
                .given("refuse", VERIFIER, "", NOW)
                .walk();
    }
}
