/** Rules of sites, bookings and allotments (席位规则). */
package cn.qifeng.evaluation.site.domain;
