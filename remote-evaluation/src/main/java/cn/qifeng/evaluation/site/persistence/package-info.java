/** Sites, bookings and allotments in the database. */
package cn.qifeng.evaluation.site.persistence;
