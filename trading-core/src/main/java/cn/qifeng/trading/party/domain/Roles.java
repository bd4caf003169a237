package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.PartyRefusal.ADMINISTRATORS_SEPARATED;
import static cn.qifeng.trading.party.domain.PartyRefusal.ROLE_UNFIT;
import static cn.qifeng.trading.party.domain.PartyRefusal.UNKNOWN_ROLE;

import cn.qifeng.kernel.Facts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Roles of one person (角色). No person is two of the three administrators (三员分立, GB/T 22239). */
public record Roles(Set<String> names) {

    /** The administrators that are kept apart. */
    public static final Set<String> ADMINISTRATORS = Set.of("system-admin", "security-admin", "audit-admin");

    private static final Set<String> KNOWN = Set.of(
            "procuring-entity",
            "agency",
            "bidder",
            "expert",
            "award-committee",
            "supervisor",
            "centre",
            "sub-site",
            "trustee",
            "issuer",
            "system-admin",
            "security-admin",
            "audit-admin");

    /** Kinds of organisations whose people may have a role; a role that is not here asks for none. */
    private static final Map<String, Set<PartyKind>> HOLDERS = Map.of(
            "procuring-entity", Set.of(PartyKind.PROCURING_ENTITY),
            "agency", Set.of(PartyKind.AGENCY),
            "bidder", Set.of(PartyKind.BIDDER),
            "award-committee", Set.of(PartyKind.PROCURING_ENTITY),
            "supervisor", Set.of(PartyKind.SUPERVISOR),
            "centre", Set.of(PartyKind.CENTRE),
            "sub-site", Set.of(PartyKind.CENTRE),
            "issuer", Set.of(PartyKind.ISSUER),
            "trustee",
                    Set.of(
                            PartyKind.SUPERVISOR,
                            PartyKind.NOTARY,
                            PartyKind.CENTRE,
                            PartyKind.PROCURING_ENTITY,
                            PartyKind.AGENCY));

    /** Refuses unknown roles, and an administrator with any second role. */
    public Roles {
        names = Set.copyOf(names);
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw UNKNOWN_ROLE.with(Facts.field("roles", name, String.join("|", new TreeSet<>(KNOWN)))
                        .map());
            }
        }
        if (names.size() > 1 && names.stream().anyMatch(ADMINISTRATORS::contains)) {
            throw ADMINISTRATORS_SEPARATED.with(
                    Facts.field("roles", new TreeSet<>(names), "an administrator has no second role")
                            .map());
        }
    }

    /** These roles. */
    public static Roles of(String... names) {
        return new Roles(Set.of(names));
    }

    /** None: what a person has while its organisation is not verified. */
    public static Roles none() {
        return new Roles(Set.of());
    }

    /** Whether this role is among them. */
    public boolean has(String role) {
        return names.contains(role);
    }

    /** Refuses a role that people of such an organisation, or of none, do not have, with {@code party/role-unfit}. */
    public void requireFit(Optional<PartyKind> kind) {
        for (String name : names) {
            var holders = HOLDERS.get(name);
            if (holders != null && !kind.map(holders::contains).orElse(false)) {
                throw ROLE_UNFIT.with(Facts.field("roles", name, new TreeSet<>(holders).toString())
                        .and("kind", kind.map(PartyKind::name).orElse("—"))
                        .map());
            }
        }
    }

    /** Whether one of the three administrators' roles is among them. */
    public boolean administers() {
        return names.stream().anyMatch(ADMINISTRATORS::contains);
    }

    /** Refuses when the same natural person would be two administrators through several accounts. */
    public void requireSeparatedFrom(Collection<Roles> otherAccounts) {
        var all = new TreeSet<String>();
        names.stream().filter(ADMINISTRATORS::contains).forEach(all::add);
        otherAccounts.forEach(
                other -> other.names().stream().filter(ADMINISTRATORS::contains).forEach(all::add));
        if (all.size() > 1) {
            throw ADMINISTRATORS_SEPARATED.with(Facts.field("roles", all, "one administrator role for one person")
                    .map());
        }
    }
}
