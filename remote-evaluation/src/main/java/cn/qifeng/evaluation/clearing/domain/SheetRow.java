package cn.qifeng.evaluation.clearing.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** One row of a sheet while it is being read (表格行); a reader may use it again for the next row. */
public interface SheetRow {

    /** The row as the sheet numbers it, from 1. */
    int row();

    /** How many columns it reaches to. */
    int columns();

    /** Text of a cell without blanks around it; empty where nothing stands. Numbers are written plainly. */
    String text(int column);

    /**
     * Number of a cell, of a formula the value that the file keeps; empty where no number stands. Binary remains beyond
     * fifteen digits, which a spreadsheet never shows, are rounded away.
     */
    Optional<BigDecimal> number(int column);
}
