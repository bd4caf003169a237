package cn.qifeng.evaluation.site.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.site.domain.Arrangement.Sitter;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Sm3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Arrangement of a panel at drawn seats 派席")
class ArrangementTest {

    private static final List<SeatPlace> TWO_ROOMS = concat(SampleSites.row("1", 3), SampleSites.row("2", 3));

    @Test
    void followsTheDrawnOrder() {
        assertThat(Arrangement.of(TWO_ROOMS, List.of(4, 0, 2, 5, 1, 3), strangers(3)))
                .contains(new Arrangement(List.of(4, 0, 2), true));
    }

    @Test
    void putsNobodyBesideAnother() {
        var close = List.of(place(1, 1), place(1, 2), place(1, 3), place(2, 3));
        assertThat(Arrangement.of(close, List.of(1, 0, 2, 3), strangers(2)))
                .as("the first choice leads to no end and is taken back")
                .contains(new Arrangement(List.of(0, 2), true));
        assertThat(Arrangement.of(close, List.of(1, 0, 2, 3), strangers(3))).isEmpty();
    }

    @Test
    void keepsColleaguesInSeparateRoomsWherePossible() {
        var order = List.of(0, 1, 2, 3, 4, 5);
        assertThat(Arrangement.of(TWO_ROOMS, order, List.of(sitter(1), sitter(1), sitter(2))))
                .contains(new Arrangement(List.of(0, 3, 1), true));
        assertThat(Arrangement.of(TWO_ROOMS, order, List.of(sitter(1), sitter(1), sitter(1))))
                .contains(new Arrangement(List.of(0, 1, 2), false));
    }

    @Test
    void leavesWhoSitsAndPlacesTheSuccessor() {
        var sitters = List.of(new Sitter(0, 4), new Sitter(0, 2), new Sitter(0, Arrangement.NONE));
        assertThat(Arrangement.of(TWO_ROOMS, List.of(4, 0, 2, 5, 1, 3), sitters))
                .contains(new Arrangement(List.of(4, 2, 0), true));
    }

    @Test
    void comesOutTheSameOfTheSameSeedAndEverySeedKeepsMembersApart() {
        var pool = SampleSites.always("S", SiteKind.SUB, "oooooo", "oooooo", "oooooo", "oooooo")
                .places(Set.of());
        for (int i = 0; i < 100; i++) {
            var seed = Sm3.of(new byte[] {(byte) i});
            var order = Arrays.stream(Draw.picks(seed, pool.size(), pool.size()))
                    .boxed()
                    .toList();
            var arrangement = Arrangement.of(pool, order, strangers(5)).orElseThrow();
            assertThat(Arrangement.of(pool, order, strangers(5))).contains(arrangement);
            assertThat(arrangement.seats())
                    .doesNotHaveDuplicates()
                    .allSatisfy(one -> assertThat(arrangement.seats())
                            .filteredOn(other -> !other.equals(one))
                            .noneMatch(other -> pool.get(one).adjacent(pool.get(other))));
        }
    }

    private static SeatPlace place(int row, int column) {
        return new SeatPlace("S", "1", row + "-" + column, row, column);
    }

    private static Sitter sitter(int group) {
        return new Sitter(group, Arrangement.NONE);
    }

    private static List<Sitter> strangers(int count) {
        return IntStream.range(0, count).mapToObj(i -> sitter(0)).toList();
    }

    private static List<SeatPlace> concat(List<SeatPlace> one, List<SeatPlace> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
