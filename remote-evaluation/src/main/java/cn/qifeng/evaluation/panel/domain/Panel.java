package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Evaluation panel (评标委员会): everyone drawn, in the order of the pick, and who of them sits. Whoever declines,
 * declares a conflict or is replaced is followed by the next reserve.
 *
 * @param size seats of the panel
 * @param votes votes for the leader: expert number by expert number
 * @param leader expert number of the leader, once chosen
 * @param rules on which grounds a reserve is passed over
 */
public record Panel(int size, List<Seat> seats, Map<String, String> votes, Optional<String> leader, PassRules rules) {

    public Panel {
        seats = List.copyOf(seats);
        votes = Map.copyOf(votes);
        rules = rules == null ? PassRules.NONE : rules;
    }

    /** A panel without members. */
    public static Panel empty(int size) {
        return new Panel(size, List.of(), Map.of(), Optional.empty(), PassRules.NONE);
    }

    /** The same under these rules from now on. */
    public Panel under(PassRules next) {
        return new Panel(size, seats, votes, leader, next);
    }

    /** Adds a draw's reserves behind those who are there, and invites as many as there are empty seats. */
    public Panel with(List<Seat> drawn) {
        var all = new ArrayList<>(seats);
        all.addAll(drawn);
        return withSeats(all).fill();
    }

    /** Invites those whom the procuring entity named and the supervisor approved, behind those who are there. */
    public Panel choose(List<Seat> chosen) {
        var all = new ArrayList<>(seats);
        chosen.forEach(it -> all.add(it.in(SeatState.INVITED, "")));
        return withSeats(all);
    }

    /** Everyone who counts for the size of the panel, in the order of the pick. */
    public List<Seat> occupied() {
        return seats.stream().filter(it -> it.state().occupies()).toList();
    }

    /** Whether everybody who occupies a seat is known by certificate; a library tells it when check-in is near. */
    public boolean known() {
        return occupied().stream().noneMatch(it -> it.member().isEmpty());
    }

    /** Experts in the order of the pick, whatever became of them. */
    public List<Seat> experts() {
        return seats.stream().filter(it -> it.kind() == SeatKind.EXPERT).toList();
    }

    /** What the seat of the same number was here; who is not here counts as in reserve. */
    public SeatState stateOf(Seat later) {
        return seats.stream()
                .filter(it -> it.number().equals(later.number()))
                .map(Seat::state)
                .findFirst()
                .orElse(SeatState.RESERVE);
    }

    /** Members who declared and may work. */
    public List<Seat> seated() {
        return seats.stream().filter(it -> it.state() == SeatState.SEATED).toList();
    }

    /** Persons passed over, in the order of the pick. */
    public List<Seat> passed() {
        return seats.stream().filter(it -> it.state().passed()).toList();
    }

    /** Seats for which no reserve is left. */
    public int shortage() {
        return size - occupied().size();
    }

    /** Whether every seat is taken by a member who declared, and the leader is chosen. */
    public boolean ready() {
        return seated().size() == size && leader.isPresent();
    }

    /** How a seat is named to others: before the person checked in its number is as secret as its name. */
    public String shown(Seat seat) {
        boolean open = seat.kind() == SeatKind.TENDERER || seat.state().arrived();
        return open ? seat.number() : place(seat);
    }

    /** Place of a seat in the order of the pick, {@code #03}. */
    public String place(Seat seat) {
        return "#%02d".formatted(seats.indexOf(seat) + 1);
    }

    /** The seat of a person, passed over or not; a reserve is not told. */
    public Optional<Seat> of(String person) {
        return seats.stream()
                .filter(it -> it.person().equals(person) && !it.state().unaware())
                .findFirst();
    }

    /** The seat with this number, or shown as this; refuses with {@link PanelRefusal#NOT_A_MEMBER}. */
    public Seat seat(String number) {
        return seats.stream()
                .filter(it -> !it.state().unaware()
                        && (it.number().equals(number) || shown(it).equals(number)))
                .findFirst()
                .orElseThrow(() -> PanelRefusal.NOT_A_MEMBER.with(
                        Facts.of("number", number).map()));
    }

    /** The invited person will come. */
    public Panel accept(String number) {
        return change(number, Set.of(SeatState.INVITED), it -> it.in(SeatState.ACCEPTED, ""));
    }

    /** The invited person will not come; the next reserve is invited. */
    public Panel decline(String number, String reason) {
        return change(
                        number,
                        Set.of(SeatState.INVITED, SeatState.ACCEPTED),
                        it -> it.in(SeatState.DECLINED, written(reason)))
                .fill();
    }

    /** The invited person did not answer in time, which counts as declined; the next reserve is invited. */
    public Panel unanswered(String number) {
        return change(number, Set.of(SeatState.INVITED), it -> it.in(SeatState.UNANSWERED, ""))
                .fill();
    }

    /** The library has told who stands behind a code (专家身份开启). */
    public Panel identify(String number, String person, String member, String name, String employer) {
        return change(number, Set.of(SeatState.ACCEPTED), it -> it.opened(person, member, name, employer));
    }

    /** The person is there and proved it with the certificate. */
    public Panel checkIn(String number) {
        return change(number, Set.of(SeatState.ACCEPTED), it -> it.in(SeatState.CHECKED_IN, ""));
    }

    /** The person declared to have no conflict. */
    public Panel admit(String number) {
        return change(number, Set.of(SeatState.CHECKED_IN), it -> it.in(SeatState.SEATED, ""));
    }

    /** The person declared a conflict; the next reserve is invited (12号令 §12). */
    public Panel recuse(String number, String reason) {
        return change(
                        number,
                        Set.of(SeatState.CHECKED_IN, SeatState.SEATED),
                        it -> it.in(SeatState.RECUSED, written(reason)))
                .fill();
    }

    /** A finding replaces the member; the next reserve is invited (实施条例 §48). */
    public Panel replace(String number, String reason) {
        return change(
                        number,
                        Set.of(SeatState.INVITED, SeatState.ACCEPTED, SeatState.CHECKED_IN, SeatState.SEATED),
                        it -> it.in(SeatState.REPLACED, written(reason)))
                .fill();
    }

    /** One vote for the leader; the last one decides: most votes, a tie goes to the earlier pick. */
    public Panel vote(String voter, String choice) {
        requireSeated(voter);
        requireSeated(choice);
        if (seated().size() < size || leader.isPresent()) {
            throw PanelRefusal.WRONG_STAGE.with(
                    Facts.field("panel", seated().size() + " seated, leader " + leader.orElse("—"), size + " seated")
                            .map());
        }
        if (votes.containsKey(voter)) {
            throw PanelRefusal.VOTED_ALREADY.with(Facts.of("number", voter).map());
        }
        var cast = new TreeMap<>(votes);
        cast.put(voter, choice);
        return new Panel(size, seats, cast, cast.size() == size ? mostVoted(cast) : Optional.empty(), rules);
    }

    private Optional<String> mostVoted(Map<String, String> cast) {
        var counts = cast.values().stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        Comparator<String> byVotes = Comparator.comparing(it -> counts.getOrDefault(it, 0L));
        return seated().stream()
                .map(Seat::number)
                .reduce((best, next) -> byVotes.compare(next, best) > 0 ? next : best);
    }

    private void requireSeated(String number) {
        if (seat(number).state() != SeatState.SEATED) {
            throw wrongState(seat(number), Set.of(SeatState.SEATED));
        }
    }

    private Panel change(String number, Set<SeatState> from, Function<Seat, Seat> move) {
        var seat = seat(number);
        if (!from.contains(seat.state())) {
            throw wrongState(seat, from);
        }
        return withSeats(
                seats.stream().map(it -> it == seat ? move.apply(it) : it).toList());
    }

    private Panel fill() {
        var filled = new ArrayList<>(seats);
        int empty = shortage();
        for (int i = 0; i < filled.size() && empty > 0; i++) {
            var next = filled.get(i);
            if (next.state() == SeatState.RESERVE) {
                var sitting =
                        filled.stream().filter(it -> it.state().occupies()).toList();
                var ground = rules.ground(next, sitting);
                filled.set(
                        i,
                        ground.map(it -> next.in(SeatState.SKIPPED, it.name()))
                                .orElseGet(() -> next.in(SeatState.INVITED, "")));
                empty -= ground.isPresent() ? 0 : 1;
            }
        }
        return withSeats(filled);
    }

    private Panel withSeats(List<Seat> changed) {
        var sitting = changed.stream()
                .filter(it -> it.state().occupies())
                .map(Seat::number)
                .toList();
        var kept = leader.filter(sitting::contains);
        return new Panel(size, changed, kept.isPresent() ? votes : Map.of(), kept, rules);
    }

    private static Refused wrongState(Seat seat, Set<SeatState> expected) {
        return PanelRefusal.WRONG_SEAT_STATE.with(Facts.field("state", seat.state(), expected)
                .and("number", seat.number())
                .map());
    }

    private static String written(String reason) {
        if (reason == null || reason.isBlank()) {
            throw PanelRefusal.REASON_NEEDED.with(
                    Facts.field("reason", reason, "text").map());
        }
        return reason.strip();
    }
}
