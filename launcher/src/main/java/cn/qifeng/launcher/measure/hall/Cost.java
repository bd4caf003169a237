package cn.qifeng.launcher.measure.hall;

/**
 * What a hall cost over a time, and what was seen in it.
 *
 * @param perStream seconds of a processor for each second of a member
 * @param seen shares of the pictures that were due
 */
record Cost(double perStream, Pictures.Seen seen) {

    private static final double NANOS = 1e9;

    /** Looks for so many seconds at the processes that hold and record a hall of so many members. */
    static Cost over(ProcessHandle room, Pictures pictures, int members, int seconds) throws InterruptedException {
        var before = pictures.now();
        var time = ProcessorTime.of(room);
        long began = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        double taken = ProcessorTime.of(room).since(time);
        double lasted = (System.nanoTime() - began) / NANOS;
        return new Cost(taken / lasted / members, pictures.now().since(before, Halls.FPS));
    }
}
