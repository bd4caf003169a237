/** Plain SQL for tables that are only appended to. */
package cn.qifeng.kit.sql;
