package cn.qifeng.evaluation.site.sandbox;

import cn.qifeng.evaluation.site.application.SeedSites;
import cn.qifeng.evaluation.site.domain.Device;
import cn.qifeng.evaluation.site.domain.OpeningHours;
import cn.qifeng.evaluation.site.domain.Room;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.SiteKind;
import cn.qifeng.evaluation.site.domain.VenueSeat;
import cn.qifeng.kit.mode.RunningMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One fictional main site and two sub-sites, only in the sandbox (演示场所). */
@ApplicationScoped
class SandboxSites {

    private static final String SEAT = "o";
    private static final String FAULT = "x";
    private static final Set<Device> ALL = EnumSet.allOf(Device.class);
    private static final Set<Device> PLAIN = EnumSet.complementOf(EnumSet.of(Device.BOOTH, Device.FACE_GATE));
    private static final OpeningHours OFFICE = new OpeningHours(LocalTime.of(8, 30), LocalTime.of(17, 30), false);
    private static final OpeningHours LONG = new OpeningHours(LocalTime.of(8, 0), LocalTime.of(22, 0), true);

    private final SeedSites seedSites;
    private final RunningMode mode;

    SandboxSites(SeedSites seedSites, RunningMode mode) {
        this.seedSites = seedSites;
        this.mode = mode;
    }

    void onStart(@Observes StartupEvent start) {
        if (mode.sandbox()) {
            seedSites.with(List.of(main(), east(), north()));
        }
    }

    private static Site main() {
        return new Site(
                "YP",
                "云浦市栖霞区公共资源交易中心",
                SiteKind.MAIN,
                "330703",
                "云浦市栖霞区望澜街10号",
                "11330703XX00000519",
                "场务组 000-88000005",
                LONG,
                60,
                "二楼餐厅供应工作餐；夜间场次可安排休息室。",
                "本中心项目不收费。",
                true,
                List.of(
                        room("301", "评标一室", PLAIN, "oo.oo.oo", "........", "oo.oo.oo", "........", "oo.oo.oo"),
                        room("302", "席位制评标室", ALL, "o.o.o.o", ".......", "o.o.o.o", ".......", "o.x.o.o")));
    }

    private static Site east() {
        return new Site(
                "DY",
                "东屿市公共资源交易中心",
                SiteKind.SUB,
                "339901",
                "东屿市听潮路12号",
                "11330703XX0000211G",
                "副场值班 000-88000021",
                OFFICE,
                120,
                "工作餐与住宿：楼下服务台登记。",
                "每工位半日200元，跨市项目减半。",
                true,
                List.of(
                        room("201", "远程评标室（一）", ALL, "o.oo.o", "......", "o.oo.o", "......", "o.oo.o"),
                        room("202", "远程评标室（二）", ALL, "o.o.o", ".....", "o.o.o")));
    }

    private static Site north() {
        return new Site(
                "SC",
                "松川市公共资源交易中心",
                SiteKind.SUB,
                "339902",
                "松川市松川大道1号",
                "11330703XX000022X8",
                "席位管理 000-88000022",
                LONG,
                240,
                "园区食堂；园区酒店协议价。",
                "每工位半日150元。",
                true,
                List.of(room(
                        "A-1", "分散席位厅", ALL, "o..o..o..o", "..........", "o..o..o..o", "..........", "o..o..x..o")));
    }

    /** A room by rows of its plan: {@code o} a seat, {@code x} a broken one, anything else an aisle. */
    private static Room room(String code, String name, Set<Device> devices, String... rows) {
        var seats = new ArrayList<VenueSeat>();
        for (int row = 0; row < rows.length; row++) {
            var cells = rows[row].split("");
            for (int column = 0; column < cells.length; column++) {
                if (cells[column].equals(SEAT) || cells[column].equals(FAULT)) {
                    var fault = cells[column].equals(FAULT) ? "摄像头待修" : "";
                    seats.add(new VenueSeat("%02d".formatted(seats.size() + 1), row + 1, column + 1, fault));
                }
            }
        }
        return new Room(code, name, rows.length, rows[0].length(), devices, seats);
    }
}
