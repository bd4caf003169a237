/** Tender (招标): a project, its one lot, the tender document, and the publication that all later steps build on. */
package cn.qifeng.trading.tender;
