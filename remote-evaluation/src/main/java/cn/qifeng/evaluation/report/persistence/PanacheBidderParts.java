package cn.qifeng.evaluation.report.persistence;

import cn.qifeng.evaluation.report.domain.BidderPart;
import cn.qifeng.evaluation.report.domain.BidderParts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Parts for bidders in the database. */
@ApplicationScoped
class PanacheBidderParts implements BidderParts, PanacheRepositoryBase<BidderPartRow, BidderPartRow.Key> {

    @Override
    public List<BidderPart> of(String session) {
        return find("select p.bidId, p.sm3 from BidderPartRow p where p.session = ?1 order by p.position", session)
                .project(BidderPart.class)
                .list();
    }

    @Override
    public List<Unstored> unstored() {
        return find("select p.session, p.bidId from BidderPartRow p where p.stored = false")
                .project(Unstored.class)
                .list();
    }

    @Override
    public byte[] pdf(String session, String bidId) {
        return findById(new BidderPartRow.Key(session, bidId)).pdf;
    }

    @Override
    public void add(String session, int position, BidderPart part, byte[] pdf) {
        var row = new BidderPartRow();
        row.session = session;
        row.bidId = part.bidId();
        row.position = position;
        row.sm3 = part.sm3();
        row.pdf = pdf;
        persist(row);
    }

    @Override
    public void clear(String session) {
        delete("session = ?1 and stored = true", session);
    }

    @Override
    public void voided(String session, int fault) {
        getEntityManager()
                .createNativeQuery("insert into void_part (session_id, fault_no, bid_id, position, sm3, pdf)"
                        + " select session_id, ?1, bid_id, position, sm3, pdf from evaluation_part"
                        + " where session_id = ?2")
                .setParameter(1, fault)
                .setParameter(2, session)
                .executeUpdate();
        delete("session = ?1", session);
    }

    @Override
    public void markStored(Unstored part) {
        update("stored = true where session = ?1 and bidId = ?2", part.session(), part.bidId());
    }
}
