package cn.qifeng.trading.draw.application;

import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.keyset.application.KeySets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Draws that concern one certificate: as a party, or as a member of the set that can open what is missing. */
@ApplicationScoped
public class MyDraws {

    private final Drawings drawings;
    private final KeySets keySets;

    MyDraws(Drawings drawings, KeySets keySets) {
        this.drawings = drawings;
        this.keySets = keySets;
    }

    /** The draws of a certificate (id in hex), those as a party first. */
    @Transactional
    public List<Drawing> of(String certificateId) {
        var all = new LinkedHashMap<UUID, Drawing>();
        drawings.of(certificateId).forEach(drawing -> all.put(drawing.id(), drawing));
        drawings.underWay().stream()
                .map(id -> drawings.find(id).orElseThrow())
                .filter(drawing -> isMember(drawing, certificateId))
                .forEach(drawing -> all.putIfAbsent(drawing.id(), drawing));
        return List.copyOf(all.values());
    }

    private boolean isMember(Drawing drawing, String certificateId) {
        return keySets.find(drawing.set())
                .flatMap(set -> set.member(certificateId))
                .isPresent();
    }
}
