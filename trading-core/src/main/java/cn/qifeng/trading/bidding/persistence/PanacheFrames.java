package cn.qifeng.trading.bidding.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Frames in the database. */
@ApplicationScoped
class PanacheFrames implements PanacheRepositoryBase<UploadFrameRow, UploadFrameRow.Place> {}
