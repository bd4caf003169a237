package cn.qifeng.evaluation.site.web;

import cn.qifeng.evaluation.site.domain.Device;
import cn.qifeng.evaluation.site.domain.OpeningHours;
import cn.qifeng.evaluation.site.domain.Room;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.SiteKind;
import cn.qifeng.evaluation.site.domain.VenueSeat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** A site as it goes over the wire, both ways. */
record SiteBody(
        @Size(max = 20) String code,
        @Size(max = 100) String name,
        SiteKind kind,
        @Size(max = 6) String region,
        @Size(max = 200) String address,
        @Size(max = 18) String operator,
        @Size(max = 100) String contact,
        @NotNull @Valid Hours hours,
        int answerMinutes,
        @Size(max = 500) String services,
        @Size(max = 500) String fee,
        boolean lends,
        @NotNull @Valid @Size(max = 60) List<RoomBody> rooms) {

    static SiteBody of(Site site) {
        var hours = site.hours();
        return new SiteBody(
                site.code(),
                site.name(),
                site.kind(),
                site.region(),
                site.address(),
                site.operator(),
                site.contact(),
                new Hours(hours.opens(), hours.closes(), hours.restDays()),
                site.answerMinutes(),
                site.services(),
                site.fee(),
                site.lends(),
                site.rooms().stream().map(RoomBody::of).toList());
    }

    Site toDomain() {
        return new Site(
                code,
                name,
                kind,
                region,
                address,
                operator,
                contact,
                new OpeningHours(hours.opens(), hours.closes(), hours.restDays()),
                answerMinutes,
                services,
                fee,
                lends,
                rooms.stream().map(RoomBody::toDomain).toList());
    }

    /** Opening hours. */
    record Hours(LocalTime opens, LocalTime closes, boolean restDays) {}

    /** A room with its plan. */
    record RoomBody(
            @Size(max = 20) String code,
            @Size(max = 100) String name,
            int rows,
            int columns,
            Set<Device> devices,
            @NotNull @Valid @Size(max = 400) List<SeatBody> seats) {

        static RoomBody of(Room room) {
            return new RoomBody(
                    room.code(),
                    room.name(),
                    room.rows(),
                    room.columns(),
                    room.devices(),
                    room.seats().stream()
                            .map(it -> new SeatBody(it.code(), it.row(), it.column(), it.fault()))
                            .toList());
        }

        Room toDomain() {
            return new Room(
                    code,
                    name,
                    rows,
                    columns,
                    devices,
                    seats.stream()
                            .map(it -> new VenueSeat(it.code(), it.row(), it.column(), it.fault()))
                            .toList());
        }
    }

    /** A seat in the plan. */
    record SeatBody(
            @Size(max = 20) String code,
            int row,
            int column,
            @Size(max = 200) String fault) {}
}
