package cn.qifeng.launcher.measure.superuser;

import java.util.List;

/**
 * One attack on what is stored.
 *
 * @param name what is done
 * @param names where it has to be noticed: kind and place, of which one has to be told, {@code BID bid 5f…}
 * @param act does it
 */
record Attack(String name, List<String> names, Act act) {

    /** Alters what is stored, after keeping it. */
    interface Act {

        /** Does it. */
        void on(Breach breach) throws Exception;
    }

    /** Whether one of these, kind and place, names what was attacked. */
    boolean named(List<String> told) {
        return told.stream().anyMatch(one -> names.stream().anyMatch(one::startsWith));
    }

    /** One statement over rows that are kept first. */
    static Attack sql(String name, List<String> names, String table, String where, String statement) {
        return new Attack(name, names, breach -> {
            breach.keep(table, where);
            breach.alter(statement);
        });
    }

    /** Another value in one column of the rows. */
    static Attack set(String name, List<String> names, String table, String where, String assignment) {
        return sql(name, names, table, where, "update " + table + " set " + assignment + " where " + where);
    }

    /** The rows are deleted. */
    static Attack delete(String name, List<String> names, String table, String where) {
        return sql(name, names, table, where, "delete from " + table + " where " + where);
    }
}
