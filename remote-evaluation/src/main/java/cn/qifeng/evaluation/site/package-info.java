/** Sites, rooms and seats of remote evaluation (远程异地评标的主场、副场与席位): catalogue, bookings, allotment. */
package cn.qifeng.evaluation.site;
